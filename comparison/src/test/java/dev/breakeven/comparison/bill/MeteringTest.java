package dev.breakeven.comparison.bill;

import static dev.breakeven.comparison.bill.Bills.amount;
import static dev.breakeven.comparison.bill.Bills.total;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each rule by which AWS counts and rounds, on figures at which a broken rule comes to another amount. */
class MeteringTest {

    private static final String NONE = "free-tier: none; ";

    @Test
    void each_call_is_rounded_up_to_a_millisecond() {
        // 10 million calls of 1.2 ms at 10 GB: 2 ms each are 200,000 GB-s, 3.33; the mean of 1.2 ms would be 2.00.
        Bill bill = Bills.of(NONE + "lambda: {requests: 10000000, duration: 1.2ms, memory: 10240MB}");
        assertThat(amount(bill, "Lambda duration, x86_64")).isEqualByComparingTo("3.33");
    }

    @Test
    void in_2018_each_call_was_rounded_up_to_100_ms() {
        // 10 million calls of 101 ms at 128 MB: 200 ms each are 250,000 GB-s at 0.00001667, 4.17; 101 ms would be 2.10.
        Bill bill = Bills.of("prices: 2018; " + NONE + "lambda: {requests: 10000000, duration: 101ms, memory: 128MB}");
        assertThat(amount(bill, "Lambda duration, x86_64")).isEqualByComparingTo("4.17");
    }

    @Test
    void starting_an_environment_is_billed_with_the_call_that_it_was_for() {
        // A million calls of 100 ms, every tenth with an INIT of 1,000 ms, at 1 GB: 100,000 + 100,000 GB-s.
        String usage = "lambda: {requests: 1000000, duration: 100ms, memory: 1024MB, cold-starts: 100000, init: 1s}";
        assertThat(amount(Bills.of(NONE + usage), "Lambda duration, x86_64")).isEqualByComparingTo("3.33");
        // 100,000 GB-s at 0.00001667: before 2025-08 an INIT was free.
        assertThat(amount(Bills.of("prices: 2018; " + NONE + usage), "Lambda duration, x86_64"))
                .isEqualByComparingTo("1.67");
    }

    @Test
    void init_and_call_are_rounded_up_together() {
        // A billion cold calls of 0.4 + 0.4 ms at 1 GB are 1 ms each, 16.67; rounded apart they would be 2 ms.
        Bill bill = Bills.of(
                NONE
                        + "lambda: {requests: 1000000000, duration: 400us, memory: 1024MB, cold-starts: 1000000000, init: 400us}");
        assertThat(amount(bill, "Lambda duration, x86_64")).isEqualByComparingTo("16.67");
    }

    @Test
    void lines_are_rounded_half_up_to_cents_and_then_added() {
        // 16.425 and 0.005 are 16.43 and 0.01; rounded once 16.43, rounded half-even 16.42.
        assertThat(total(NONE + "load-balancer: {zones: 0}; ec2: {type: t3.nano, hours: 0, public-ipv4: false};"
                        + "data-out: {size: 0.0555555556GB}"))
                .isEqualByComparingTo("16.44");
    }

    @Test
    void a_gigabyte_of_memory_and_of_traffic_has_1024_megabytes() {
        Bill memory = Bills.of(NONE + "lambda: {requests: 1000000, duration: 1s, memory: 512MB}");
        assertThat(amount(memory, "Lambda duration, x86_64")).isEqualByComparingTo("8.33");
        assertThat(total(NONE + "data-out: {size: 1024000MB}")).isEqualByComparingTo("90.00");
    }

    @Test
    void ephemeral_storage_is_billed_above_512_mb_while_calls_run() {
        // 1.5 GB for 10 million seconds.
        Bill bill =
                Bills.of(NONE + "lambda: {requests: 10000000, duration: 1s, memory: 128MB, ephemeral-storage: 2048MB}");
        assertThat(amount(bill, "Lambda ephemeral storage above 512 MB")).isEqualByComparingTo("0.46");
    }

    @Test
    void an_http_api_counts_every_512_kb_begun() {
        assertThat(total(NONE + "http-api: {requests: 10000000, size: 512KiB}")).isEqualByComparingTo("10.00");
        assertThat(total(NONE + "http-api: {requests: 10000000, size: 524289B}"))
                .isEqualByComparingTo("20.00");
        assertThat(total(NONE + "http-api: {requests: 10000000, size: 0B}")).isEqualByComparingTo("10.00");
    }

    @Test
    void the_largest_of_four_dimensions_is_billed_not_their_sum() {
        // 4, 6, 0.36 and 4 LCU: 6 for 1,000 hours of two balancers are 48.00; the sum would be 114.88.
        Bill bill = Bills.of(NONE + "load-balancer: {count: 2, zones: 0, hours: 500, new-connections: 100/s,"
                + " active-connections: 18000, processed: 0.36GB/h, rule-evaluations: 4000/s}");
        assertThat(amount(bill, "Application load balancer capacity")).isEqualByComparingTo("48.00");
    }

    @Test
    void bytes_to_functions_fill_an_lcu_at_four_tenths_of_a_gigabyte() {
        String usage = "load-balancer: {zones: 0, hours: 700, processed: 2GB/h, target: ";
        assertThat(amount(Bills.of(NONE + usage + "instance}"), "Application load balancer capacity"))
                .isEqualByComparingTo("11.20");
        assertThat(amount(Bills.of(NONE + usage + "lambda}"), "Application load balancer capacity"))
                .isEqualByComparingTo("28.00");
    }

    @Test
    void a_load_balancer_pays_for_every_hour_begun_and_an_address_in_every_zone() {
        Bill bill = Bills.of(NONE + "load-balancer: {count: 1, zones: 3, hours: 99.2}");
        assertThat(amount(bill, "Application load balancer")).isEqualByComparingTo("2.25");
        // Addresses are billed by the second: 3 × 99.2 hours.
        assertThat(amount(bill, "Public IPv4 address, load balancer")).isEqualByComparingTo("1.49");
    }

    @Test
    void an_instance_is_billed_by_the_second_and_for_a_minute_at_least() {
        // 100,000 starts of 3.6 s are a minute each: 1,666.67 hours at 0.0416, and their addresses.
        Bill bill = Bills.of(NONE + "ec2: {type: t3.medium, count: 100000, hours: 0.001}");
        assertThat(amount(bill, "EC2 t3.medium")).isEqualByComparingTo("69.33");
        assertThat(amount(bill, "Public IPv4 address")).isEqualByComparingTo("8.33");
        // 1.5 hours are 1.5 hours.
        assertThat(amount(Bills.of(NONE + "ec2: {type: t3.medium, count: 1000, hours: 1.5}"), "EC2 t3.medium"))
                .isEqualByComparingTo("62.40");
    }

    @Test
    void a_task_is_billed_for_a_minute_at_least_and_for_disk_above_20_gb() {
        Bill bill = Bills.of(
                NONE + "fargate: {tasks: 60000, hours: 0.001, vcpu: 1, memory: 2GB, ephemeral-storage: 120GB}");
        assertThat(amount(bill, "Fargate vCPU, x86_64")).isEqualByComparingTo("40.48");
        assertThat(amount(bill, "Fargate ephemeral storage above 20 GB")).isEqualByComparingTo("11.10");
    }

    @Test
    void provisioned_concurrency_is_billed_by_five_minutes_begun() {
        // 1,000 environments of 1 GB for 6 minutes are 10 minutes: 600,000 GB-s.
        Bill bill = Bills.of(NONE + "lambda-provisioned: {environments: 1000, hours: 0.1, memory: 1024MB}");
        assertThat(amount(bill, "Lambda provisioned concurrency, x86_64")).isEqualByComparingTo("2.50");
    }

    @Test
    void provisioned_concurrency_has_no_free_tier() {
        Bill bill = Bills.of("free-tier: all; lambda-provisioned: {environments: 1, hours: 1, memory: 1024MB,"
                + " requests: 1000000, duration: 100ms}");
        assertThat(bill.lines()).noneMatch(line -> line.name().endsWith(", free"));
        assertThat(amount(bill, "Lambda requests")).isEqualByComparingTo("0.20");
    }

    @Test
    void the_first_6_mb_of_a_streamed_answer_and_100_gb_a_month_are_free() {
        String usage = "lambda-streaming: {responses: 1000000, size: 7MiB, monthly-free-used: ";
        assertThat(total(usage + "true}")).isEqualByComparingTo("7.81");
        assertThat(total(usage + "false}")).isEqualByComparingTo("7.01");
        assertThat(total("lambda-streaming: {responses: 1000000, size: 6MiB, monthly-free-used: true}"))
                .isEqualByComparingTo("0.00");
    }

    @Test
    void a_month_has_730_hours_unless_told() {
        assertThat(total(NONE + "ec2: {type: t3.nano, public-ipv4: false}")).isEqualByComparingTo("3.80");
        assertThat(total(NONE + "hours-per-month: 720; ec2: {type: t3.nano, public-ipv4: false}"))
                .isEqualByComparingTo("3.74");
    }

    @Test
    void lightsail_costs_its_hours_up_to_the_price_of_a_month() {
        assertThat(total("lightsail: {bundle: 2GB, count: 2}")).isEqualByComparingTo("24.00");
        assertThat(total("lightsail: {bundle: 0.5GB, hours: 372}")).isEqualByComparingTo("2.50");
    }
}
