package dev.breakeven.comparison.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.Item;
import dev.breakeven.comparison.price.MissingPriceException;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.simulation.Consumption;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingTest {

    private static final BigDecimal HOURS = BigDecimal.valueOf(730);
    private static final Duration MONTH = Duration.ofHours(730);

    /** AWS's pricing page: 3 million requests of 120 ms at 1,536 MB come to 2.73 with the free tier, without any front. */
    @Test
    void three_million_requests_of_120_ms_at_1536_mb_cost_2_73_for_lambda() throws BadInputException {
        Bill bill = bill(functions(3_000_000, 360_000_000L, 1_536), MONTH, FreeTier.PERMANENT);
        BigDecimal lambda = bill.lines().stream()
                .filter(line -> line.name().startsWith("Lambda"))
                .map(LineItem::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lambda).isEqualByComparingTo("2.73");
    }

    @Test
    void a_million_calls_of_a_rest_api_cost_3_50() throws BadInputException {
        Bill bill = bill(functions(1_000_000, 0, 128), MONTH, FreeTier.PERMANENT);
        assertThat(amount(bill, "API Gateway REST requests")).isEqualByComparingTo("3.50");
    }

    @Test
    void tiers_of_a_rest_api_have_a_line_each() throws BadInputException {
        // 333 million at 3.50 and 67 million at 2.80 a million: 1,165.50 and 187.60.
        Bill bill = bill(functions(400_000_000, 0, 128), MONTH, FreeTier.NONE);
        assertThat(bill.lines().stream()
                        .filter(line -> line.name().equals("API Gateway REST requests"))
                        .map(line -> line.amount().toPlainString()))
                .containsExactly("1165.50", "187.60");
    }

    @Test
    void what_is_free_has_a_line_of_its_own_and_no_more_than_was_used() throws BadInputException {
        Bill bill = bill(functions(400_000, 0, 128), MONTH, FreeTier.PERMANENT);
        LineItem free = line(bill, "Lambda requests, free");
        assertThat(free.quantity()).isEqualByComparingTo("400000");
        assertThat(free.amount()).isEqualByComparingTo("0.00");
        assertThat(bill.lines()).noneMatch(line -> line.name().equals("Lambda requests"));
        Bill without = bill(functions(400_000, 0, 128), MONTH, FreeTier.NONE);
        assertThat(amount(without, "Lambda requests")).isEqualByComparingTo("0.08");
    }

    @Test
    void a_nano_instance_costs_its_hours_its_address_and_its_disk() throws BadInputException {
        // 730 × 0.0042 = 3.07, 730 × 0.005 = 3.65, 8 × 0.08 = 0.64.
        Bill bill = bill(server("t4g.nano", 0), MONTH, FreeTier.NONE);
        assertThat(bill.total()).isEqualByComparingTo("7.36");
    }

    @Test
    void usage_of_half_a_month_is_billed_twice_but_hours_are_those_of_the_month() throws BadInputException {
        Duration half = MONTH.dividedBy(2);
        Bill functions = bill(functions(500_000, 0, 128), half, FreeTier.NONE);
        assertThat(amount(functions, "API Gateway REST requests")).isEqualByComparingTo("3.50");
        Bill server = bill(server("t4g.nano", 0), half, FreeTier.NONE);
        assertThat(server.total()).isEqualByComparingTo("7.36");
    }

    @Test
    void a_gigabyte_of_traffic_has_1024_times_1024_times_1024_bytes() throws BadInputException {
        Bill bill = bill(server("t4g.nano", 1_000L << 30), MONTH, FreeTier.NONE);
        assertThat(amount(bill, "Data out")).isEqualByComparingTo("90.00");
    }

    @Test
    void the_total_is_the_sum_of_rounded_lines() throws BadInputException {
        Bill bill = bill(functions(1_234_567, 98_765_432L, 1_769), MONTH, FreeTier.PERMANENT);
        BigDecimal sum = BigDecimal.ZERO;
        for (LineItem line : bill.lines()) {
            assertThat(line.amount().scale()).isEqualTo(2);
            sum = sum.add(line.amount());
        }
        assertThat(bill.total()).isEqualByComparingTo(sum);
    }

    @Test
    void half_a_cent_is_a_cent() {
        LineItem line =
                new LineItem("x", new Item("a", "b"), BigDecimal.ONE, "unit", new BigDecimal("0.005"), "a table");
        assertThat(line.amount()).isEqualByComparingTo("0.01");
    }

    @Test
    void an_instance_without_a_price_is_never_free() {
        assertThatThrownBy(() -> bill(server("z9.nano", 0), MONTH, FreeTier.NONE))
                .isInstanceOf(MissingPriceException.class)
                .hasMessageContaining("ec2 z9.nano");
    }

    private static Consumption functions(long requests, long billedMillis, int memory) {
        return new Consumption.OfFunctions(
                Front.REST, requests, requests, billedMillis, memory, Architecture.X86_64, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"REST, 3.50", "HTTP, 2.00", "URL, 0.00", "ALB, 23.82"})
    void a_front_is_billed_as_its_kind_is(Front front, String dollars) throws BadInputException {
        // A million requests, two steps of 512 KB each, in 730 hours: 0.38 a second and nothing else to balance, 0.0152
        // LCU.
        Consumption used =
                new Consumption.OfFunctions(front, 1_000_000, 2_000_000, 0, 128, Architecture.X86_64, 0, 0, 0);
        BigDecimal lambda = new BigDecimal("0.20");
        assertThat(bill(used, MONTH, FreeTier.NONE).total().subtract(lambda)).isEqualByComparingTo(dollars);
    }

    private static Consumption server(String type, long bytesOut) {
        return new Consumption.OfServers(new Hosting.Ec2(type, "gp3", 8), 1, 0, Front.NONE, 0, 0, 0, 0, bytesOut);
    }

    private static Bill bill(Consumption used, Duration over, FreeTier tier) throws BadInputException {
        Terms terms = new Terms(PriceLists.packaged().newest("us-east-1"), tier, HOURS, List.of());
        return new Billing(terms).month(used.month(over, HOURS));
    }

    private static BigDecimal amount(Bill bill, String name) {
        return line(bill, name).amount();
    }

    private static LineItem line(Bill bill, String name) {
        return bill.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
