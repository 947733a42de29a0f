package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProcessorsTest {

    private static final long MS = 1_000_000;

    private final List<String> ends = new ArrayList<>();

    @Test
    void two_share_one_processor_until_the_shorter_one_is_done() {
        Processors processors = new Processors(1);
        processors.add(0, 10 * MS, 1);
        processors.add(0, 30 * MS, 2);
        finish(processors);
        assertThat(ends).containsExactly("1 at 20.0", "2 at 40.0");
    }

    @Test
    void nobody_gets_more_than_one_processor() {
        Processors processors = new Processors(4);
        processors.add(0, 10 * MS, 1);
        processors.add(5 * MS, 10 * MS, 2);
        finish(processors);
        assertThat(ends).containsExactly("1 at 10.0", "2 at 15.0");
    }

    /** A quarter of a processor by the 20 ms: 5 ms of work, 15 ms of rest, and the last 5 ms end at 65. A slower core takes 80. */
    @Test
    void a_quota_stops_work_and_lets_it_go_on_in_the_next_period() {
        Processors processors = limited(1, 0.25);
        processors.add(0, 20 * MS, 1);
        finish(processors);
        assertThat(ends).containsExactly("1 at 65.0");
    }

    @Test
    void what_fits_into_a_quota_is_not_slowed_down_at_all() {
        Processors processors = limited(1, 0.25);
        processors.add(0, 4 * MS, 1);
        finish(processors);
        assertThat(ends).containsExactly("1 at 4.0");
    }

    /** Looked at after every 4 ms, 8 of a quota of 5 are had; 3 are owed, and the next period's 2 begin the last one. */
    @Test
    void a_quota_that_is_used_up_is_noticed_at_the_tick_and_paid_back() {
        Processors processors = new Processors(1);
        processors.limit(0, new CpuQuota(5 * MS, 20 * MS, 4 * MS));
        processors.add(0, 9 * MS, 1);
        finish(processors);
        assertThat(ends).containsExactly("1 at 21.0");
        assertThat(processors.workNanos(22 * MS)).isCloseTo(9 * MS, within(1.0));
    }

    /** Periods go by the clock: who comes at 18 gets 2 ms of that one and 5 of the next, and at 20 nobody waits. */
    @Test
    void a_period_does_not_begin_with_a_request() {
        Processors processors = limited(1, 0.25);
        processors.add(18 * MS, 7 * MS, 1);
        finish(processors);
        processors.add(98 * MS, 8 * MS, 2);
        finish(processors);
        assertThat(ends).containsExactly("1 at 25.0", "2 at 121.0");
    }

    /** Requests one after the other, each shorter than a tick, do not escape together. */
    @Test
    void short_requests_in_a_row_use_a_quota_up_like_a_long_one() {
        Processors processors = limited(1, 0.25);
        for (int slot = 0; slot < 10; slot++) {
            processors.add(slot == 0 ? 0 : finish(processors), MS * 6 / 10, slot);
        }
        finish(processors);
        assertThat(ends.getLast()).isEqualTo("9 at 21.0");
    }

    /**
     * The one law: whatever the quota, its period and its tick, one request at a time takes what {@link CpuQuota} says, and the
     * next one does when what was owed has been paid back.
     */
    @Test
    void one_request_at_a_time_takes_what_the_closed_form_says() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            int period = 2 + random.nextInt(40);
            CpuQuota quota = new CpuQuota(1 + random.nextInt(period - 1), period, 1 + random.nextInt(30));
            Processors processors = new Processors(1);
            processors.limit(0, quota);
            long free = 0;
            for (int slot = 0; slot < 2; slot++) {
                int cpu = 1 + random.nextInt(300);
                long start = free + random.nextInt(3 * period);
                processors.add(start, cpu, slot);
                long end = finish(processors);
                assertThat(end - start)
                        .as("%s: %d from %d on", quota, cpu, start)
                        .isEqualTo(quota.wallNanos(cpu, start % period));
                // At most a tick is owed.
                free = end + (2 + quota.tickNanos() / quota.quotaNanos()) * period;
            }
        }
    }

    /** Two processors use a quota of 10 ms up in 5. */
    @Test
    void a_quota_is_of_all_processors_together() {
        Processors processors = limited(2, 0.5);
        processors.add(0, 10 * MS, 1);
        processors.add(0, 10 * MS, 2);
        finish(processors);
        assertThat(ends).containsExactly("1 at 25.0", "2 at 25.0");
    }

    @Test
    void over_a_long_time_a_quota_gives_its_share() {
        Processors processors = limited(1, 0.3);
        processors.add(MS / 3, 30_000 * MS, 1);
        finish(processors);
        assertThat(Double.parseDouble(ends.getFirst().split(" ", -1)[2])).isCloseTo(100_000, within(20.0));
    }

    private static Processors limited(int count, double share) {
        Processors processors = new Processors(count);
        processors.limit(0, CpuQuota.ofShare(share, 20 * MS, MS));
        return processors;
    }

    /** To the end of all that is there, which it returns. */
    private long finish(Processors processors) {
        long now = 0;
        while (processors.nextNanos() != LongHeap.NONE) {
            now = processors.nextNanos();
            int slot;
            while ((slot = processors.takeDone(now)) != Processors.NONE) {
                ends.add(slot + " at " + now / (double) MS);
            }
        }
        return now;
    }
}
