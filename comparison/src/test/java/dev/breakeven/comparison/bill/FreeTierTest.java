package dev.breakeven.comparison.bill;

import static dev.breakeven.comparison.bill.Bills.amount;
import static dev.breakeven.comparison.bill.Bills.total;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreeTierTest {

    @Test
    void both_architectures_share_the_free_gigabyte_seconds() {
        Bill bill = Bills.of("lambda: {requests: 0, gigabyte-seconds: 500000, memory: 1024MB, architecture: arm64};"
                + "lambda: {requests: 0, gigabyte-seconds: 300000, memory: 1024MB}");
        // The dearer one first: 300,000 of x86 are free and 100,000 of arm64.
        assertThat(amount(bill, "Lambda duration, x86_64")).isEqualByComparingTo("0.00");
        assertThat(amount(bill, "Lambda duration, arm64")).isEqualByComparingTo("5.33");
    }

    @Test
    void functions_share_the_free_requests() {
        assertThat(total("lambda: {requests: 2000000, gigabyte-seconds: 0, memory: 128MB};"
                        + "lambda: {requests: 2000000, gigabyte-seconds: 0, memory: 256MB}"))
                .isEqualByComparingTo("0.60");
    }

    @Test
    void what_is_free_for_twelve_months_is_taken_off_only_if_all_is_asked_for() {
        String rest = "rest-api: {requests: 2000000}";
        assertThat(total(rest)).isEqualByComparingTo("7.00");
        assertThat(total("free-tier: all; " + rest)).isEqualByComparingTo("3.50");
        String balancers =
                "load-balancer: {zones: 0, hours: 500}; load-balancer: {kind: classic, zones: 0, hours: 500}";
        // 750 hours are shared: all of the application balancer's, half of the classic one's.
        assertThat(total("free-tier: all; " + balancers)).isEqualByComparingTo("6.25");
    }

    @Test
    void an_item_may_have_a_free_tier_of_its_own() {
        assertThat(total("rest-api: {requests: 2000000, free-tier: all}; rest-api: {requests: 500000}"))
                .isEqualByComparingTo("5.25");
        assertThat(total("lambda: {requests: 2000000, gigabyte-seconds: 0, memory: 128MB, free-tier: none}"))
                .isEqualByComparingTo("0.40");
    }

    @Test
    void free_addresses_are_for_instances_and_not_for_balancers() {
        Bill bill =
                Bills.of("free-tier: all; load-balancer: {zones: 2, hours: 700}; ec2: {type: t3.micro, hours: 700}");
        assertThat(amount(bill, "Public IPv4 address, load balancer")).isEqualByComparingTo("7.00");
        assertThat(amount(bill, "Public IPv4 address")).isEqualByComparingTo("0.00");
    }

    @Test
    void tiers_begin_after_what_is_free() {
        // "First 10 TB beyond the global free tier": 100 GB free, 10,240 at 0.09, 100 at 0.085.
        assertThat(total("data-out: {size: 10440GB}")).isEqualByComparingTo("930.10");
    }

    @Test
    void flat_traffic_has_nothing_free_and_no_tiers() {
        assertThat(total("rest-api: {requests: 0, traffic: flat}")).isEqualByComparingTo("0.00");
        Bill bill = Bills.of("rest-api: {requests: 20971520, response: 1MiB, traffic: flat}");
        assertThat(amount(bill, "Data out, flat price")).isEqualByComparingTo("1843.20");
    }

    @Test
    void in_2018_a_gigabyte_of_traffic_was_free_and_addresses_cost_nothing() {
        Bill bill = Bills.of("prices: 2018; ec2: {type: t2.nano}; data-out: {size: 11GB}");
        assertThat(amount(bill, "Data out")).isEqualByComparingTo("0.90");
        assertThat(amount(bill, "Public IPv4 address")).isEqualByComparingTo("0.00");
    }
}
