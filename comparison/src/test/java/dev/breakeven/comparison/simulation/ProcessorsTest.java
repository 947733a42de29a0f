package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorsTest {

    private static final long MS = 1_000_000;

    private final List<String> ends = new ArrayList<>();

    @Test
    void two_share_one_processor_until_the_shorter_one_is_done() {
        Processors processors = new Processors(1);
        processors.add(0, 10 * MS, 1);
        processors.add(0, 30 * MS, 2);
        run(processors);
        assertThat(ends).containsExactly("1 at 20.0", "2 at 40.0");
    }

    @Test
    void nobody_gets_more_than_one_processor() {
        Processors processors = new Processors(4);
        processors.add(0, 10 * MS, 1);
        processors.add(5 * MS, 10 * MS, 2);
        run(processors);
        assertThat(ends).containsExactly("1 at 10.0", "2 at 15.0");
    }

    /** A quarter of a processor by the 20 ms: 5 ms of work, 15 ms of rest, and the last 5 ms end at 65. A slower core takes 80. */
    @Test
    void a_quota_stops_work_and_lets_it_go_on_in_the_next_period() {
        Processors processors = limited(1, 0.25);
        processors.add(0, 20 * MS, 1);
        run(processors);
        assertThat(ends).containsExactly("1 at 65.0");
    }

    @Test
    void what_fits_into_a_quota_is_not_slowed_down_at_all() {
        Processors processors = limited(1, 0.25);
        processors.add(0, 4 * MS, 1);
        run(processors);
        assertThat(ends).containsExactly("1 at 4.0");
    }

    /** Begun half a tick late, the quota of 5 ms is up at 5.5 and noticed at 6: 5.5 ms are had, and the next period has 4.5. */
    @Test
    void a_quota_that_is_used_up_is_noticed_at_the_tick_and_paid_back() {
        Processors processors = limited(1, 0.25);
        processors.add(MS / 2, 6 * MS, 1);
        run(processors);
        assertThat(ends).containsExactly("1 at 20.5");
        assertThat(processors.workNanos(21 * MS)).isCloseTo(6 * MS, within(1.0));
    }

    /** Two processors use a quota of 10 ms up in 5. */
    @Test
    void a_quota_is_of_all_processors_together() {
        Processors processors = limited(2, 0.5);
        processors.add(0, 10 * MS, 1);
        processors.add(0, 10 * MS, 2);
        run(processors);
        assertThat(ends).containsExactly("1 at 25.0", "2 at 25.0");
    }

    @Test
    void over_a_long_time_a_quota_gives_its_share() {
        Processors processors = limited(1, 0.3);
        processors.add(MS / 3, 30_000 * MS, 1);
        run(processors);
        assertThat(Double.parseDouble(ends.getFirst().split(" ", -1)[2])).isCloseTo(100_000, within(20.0));
    }

    private static Processors limited(int count, double share) {
        Processors processors = new Processors(count);
        processors.limit(0, share, 20 * MS);
        return processors;
    }

    private void run(Processors processors) {
        while (processors.nextNanos() != LongHeap.NONE) {
            long now = processors.nextNanos();
            int slot;
            while ((slot = processors.takeDone(now)) != Processors.NONE) {
                ends.add(slot + " at " + now / (double) MS);
            }
        }
    }
}
