package dev.breakeven.comparison.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What the article of 2018 says things cost, under the prices of its time. */
class ArticleTest {

    private static final String THEN = "prices: 2018; ";

    /** The article says about $25: of the two kinds of balancer one comes to less and one to more, within a tenth. */
    @Test
    void a_beanstalk_environment_of_a_balancer_and_an_instance_costs_about_25_a_month() {
        String instance = "ec2: {type: t2.micro}";
        BigDecimal application =
                Bills.total(THEN + "hours-per-month: 720; load-balancer: {kind: application}; " + instance);
        BigDecimal classic = Bills.total(THEN + "hours-per-month: 720; load-balancer: {kind: classic}; " + instance);
        assertThat(application).isEqualByComparingTo("24.55");
        assertThat(classic).isEqualByComparingTo("26.35");
        assertThat(BigDecimal.valueOf(25)).isBetween(application, classic);
        assertThat(Bills.total(THEN + "load-balancer: {kind: classic}; " + instance))
                .isEqualByComparingTo("26.72");
    }

    @Test
    void a_nano_instance_and_its_disk_cost_about_5_a_month() {
        assertThat(Bills.total(THEN + "ec2: {type: t2.nano}; ebs: {type: gp2, size: 8GB}"))
                .isEqualByComparingTo("5.03");
    }

    @Test
    void a_million_calls_of_an_api_cost_3_50() {
        assertThat(Bills.total(THEN + "rest-api: {requests: 1000000}")).isEqualByComparingTo("3.50");
        // What Lambda has free covers a million short calls behind it: 1 million and 50,000 GB-s.
        assertThat(Bills.total(THEN
                        + "rest-api: {requests: 1000000}; lambda: {requests: 1000000, duration: 100ms, memory: 512MB}"))
                .isEqualByComparingTo("3.50");
    }

    /** For an account of less than a year it is nothing at all, and later about a dollar. */
    @Test
    void a_few_hundred_thousand_requests_a_month_are_pretty_close_to_free() {
        String usage = "rest-api: {requests: 300000, response: 3KiB}; logs: {ingested: 0.1GB, stored: 0.1GB};"
                + " lambda: {requests: 300000, duration: 100ms, memory: 512MB}";
        assertThat(Bills.total(THEN + "free-tier: all; " + usage)).isEqualByComparingTo("0.00");
        assertThat(Bills.total(THEN + usage)).isEqualByComparingTo("1.05");
    }

    @Test
    void the_same_environment_costs_ten_dollars_more_today() {
        assertThat(Bills.total("load-balancer: {zones: 2}; ec2: {type: t3.micro}; ebs: {size: 8GB}"))
                .isEqualByComparingTo("35.61");
    }
}
