package dev.breakeven.comparison.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.MissingPriceException;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.simulation.Consumption;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month of each kind of servers that we ship, against a bill worked by hand. */
class HostingBillTest {

    private static final BigDecimal HOURS = BigDecimal.valueOf(730);
    private static final Duration MONTH = Duration.ofHours(730);
    private static final long GIGABYTE = 1L << 30;

    @Test
    void a_task_is_billed_for_its_share_of_a_vcpu_its_memory_and_its_address_beside_the_balancer()
            throws BadInputException {
        Bill bill = bill("fargate", 1, 0, 0, 0);
        // A quarter vCPU for 730 hours at 0.04048, half a GB at 0.004445.
        assertThat(Bills.amount(bill, "Fargate vCPU, x86_64")).isEqualByComparingTo("7.39");
        assertThat(Bills.amount(bill, "Fargate memory, x86_64")).isEqualByComparingTo("1.62");
        assertThat(Bills.amount(bill, "Public IPv4 address, task")).isEqualByComparingTo("3.65");
        assertThat(Bills.amount(bill, "Application load balancer")).isEqualByComparingTo("16.43");
        assertThat(Bills.amount(bill, "Public IPv4 address, load balancer")).isEqualByComparingTo("7.30");
        assertThat(bill.total()).isEqualByComparingTo("36.39");
    }

    @Test
    void tasks_that_ran_half_of_the_time_are_half_as_dear() throws BadInputException {
        // One all month and one for half of it: 273.75 vCPU-hours.
        assertThat(Bills.amount(bill("fargate", 1.5, 0, 0, 0), "Fargate vCPU, x86_64"))
                .isEqualByComparingTo("11.08");
    }

    @ParameterizedTest
    @CsvSource({
        "500, 524, 5.00", // 1,024 GB in and out together come along
        "500, 1524, 95.00", // 1,000 GB at 0.09 beyond
        "2000, 100, 14.00", // nothing is left for what goes out, and what comes in is free
        "2000, 0, 5.00"
    })
    void a_bundle_has_its_transfer_in_it_and_what_goes_out_beyond_is_billed(long in, long out, String dollars)
            throws BadInputException {
        assertThat(bill("lightsail", 1, 0, in * GIGABYTE, out * GIGABYTE).total())
                .isEqualByComparingTo(dollars);
    }

    @Test
    void managed_instances_cost_the_instances_a_fee_on_them_and_requests_but_no_time() throws BadInputException {
        Bill bill = bill("lambda-managed-instances", 3, 10_000_000, 0, 0);
        // 2,190 hours at 0.0725 are 158.775, and 15 % of that 23.816.
        assertThat(Bills.amount(bill, "EC2 c7g.large")).isEqualByComparingTo("158.78");
        assertThat(Bills.amount(bill, "Lambda Managed Instances fee")).isEqualByComparingTo("23.82");
        assertThat(Bills.amount(bill, "Lambda Managed Instances requests")).isEqualByComparingTo("2.00");
        assertThat(Bills.amount(bill, "API Gateway REST requests")).isEqualByComparingTo("35.00");
        assertThat(bill.lines()).noneMatch(line -> line.unit().equals("GB-s"));
    }

    @Test
    void a_discount_on_the_instances_does_not_lower_the_fee() throws BadInputException {
        PriceList prices = PriceLists.packaged().newest("us-east-1");
        Terms terms = new Terms(prices, FreeTier.NONE, HOURS, Discount.parseAll(List.of("ec2=30%"), prices));
        Bill bill = new Billing(terms)
                .month(used("lambda-managed-instances", 3, 0, 0, 0).month(MONTH, HOURS));
        assertThat(Bills.amount(bill, "Lambda Managed Instances fee")).isEqualByComparingTo("23.82");
        assertThat(Bills.amount(bill, "Discount on ec2, 30 %")).isEqualByComparingTo("-47.63");
    }

    @Test
    void the_article_s_environment_costs_what_it_cost_in_2018() throws BadInputException {
        // 720 hours: a classic balancer 18.00, a t2.micro 8.35, 8 GB of gp2 0.80; addresses were free.
        BigDecimal hours = BigDecimal.valueOf(720);
        Terms terms = new Terms(PriceLists.packaged().of("us-east-1", "2018"), FreeTier.PERMANENT, hours, List.of());
        Bill bill = new Billing(terms).month(used("beanstalk-2018", 1, 0, 0, 0).month(MONTH, hours));
        assertThat(bill.total()).isEqualByComparingTo("27.15");
    }

    @Test
    void what_a_region_has_no_price_for_is_named() throws BadInputException {
        PriceList ireland = PriceLists.packaged().newest("eu-west-1");
        Terms terms = new Terms(ireland, FreeTier.PERMANENT, HOURS, List.of());
        Consumption used = used("lightsail", 1, 0, 0, 0);
        assertThatThrownBy(() -> new Billing(terms).month(used.month(MONTH, HOURS)))
                .isInstanceOf(MissingPriceException.class)
                .hasMessageContaining("eu-west-1 has no price for lightsail 0.5GB");
    }

    private static Bill bill(String name, double instances, long requests, long in, long out) throws BadInputException {
        Terms terms = new Terms(PriceLists.packaged().newest("us-east-1"), FreeTier.NONE, HOURS, List.of());
        return new Billing(terms).month(used(name, instances, requests, in, out).month(MONTH, HOURS));
    }

    private static Consumption used(String name, double instances, long requests, long in, long out)
            throws BadInputException {
        Deployment.Servers servers = (Deployment.Servers) DeploymentFile.read(name);
        return new Consumption.OfServers(
                servers.hosting(), instances, 0, servers.front(), servers.zones(), requests, requests, in, out);
    }
}
