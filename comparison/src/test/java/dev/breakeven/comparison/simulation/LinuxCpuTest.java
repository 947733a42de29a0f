package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A quarter of a processor: 5 ms of each 20. */
class LinuxCpuTest {

    private static final long MILLI = 1_000_000;

    private final LinuxCpu cpu = new LinuxCpu(0.25);

    @Test
    void a_call_within_the_quota_takes_its_cpu_time() {
        assertThat(cpu.wallNanos(4 * MILLI, 1, 0)).isEqualTo(4 * MILLI);
    }

    /** 2 ms are left of the first period; the other two are run in the second, which begins at 20. */
    @Test
    void the_next_call_in_the_same_period_finds_what_is_left() {
        cpu.wallNanos(3 * MILLI, 1, 0);
        assertThat(cpu.wallNanos(4 * MILLI, 1, 10 * MILLI)).isEqualTo(10 * MILLI + 2 * MILLI);
    }

    @Test
    void a_call_that_finds_nothing_left_begins_with_the_next_period() {
        cpu.wallNanos(5 * MILLI, 1, 0);
        assertThat(cpu.wallNanos(MILLI, 1, 15 * MILLI)).isEqualTo(5 * MILLI + MILLI);
    }

    @Test
    void another_environment_has_a_quota_of_its_own() {
        cpu.wallNanos(5 * MILLI, 1, 0);
        assertThat(cpu.wallNanos(MILLI, 2, 15 * MILLI)).isEqualTo(MILLI);
    }

    @Test
    void what_is_used_is_forgotten_with_the_period() {
        cpu.wallNanos(5 * MILLI, 1, 0);
        assertThat(cpu.wallNanos(4 * MILLI, 1, 20 * MILLI)).isEqualTo(4 * MILLI);
    }

    @Test
    void in_the_long_run_nobody_gets_more_than_the_quota() {
        long now = 0;
        for (int call = 0; call < 1_000; call++) {
            now += cpu.wallNanos(3 * MILLI, 1, now);
        }
        // 3,000 ms of CPU time at a quarter of a processor.
        assertThat(now).isBetween(11_900 * MILLI, 12_100 * MILLI);
    }

    @Test
    void a_whole_processor_is_no_limit() {
        assertThat(new LinuxCpu(1).wallNanos(70 * MILLI, 1, 3)).isEqualTo(70 * MILLI);
    }
}
