package dev.breakeven.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.quantity.Distribution;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RehearsedTest {

    /** Always 2 ms. */
    private static final Predicted CERTAIN = Predicted.of(seed -> Outcomes.of(100, 2_000), 0);

    /** 1 or 3 ms: a standard error of 1 ms. */
    private static final Predicted UNCERTAIN = Predicted.of(seed -> Outcomes.of(100, 1_000 + 2_000 * (seed % 2)), 0);

    @Test
    void what_every_call_takes_longer_is_added() {
        double[] same = new double[20];
        Arrays.fill(same, 300_000);
        assertThat(added(all(2_300), CERTAIN)).containsExactly(same, within(2_000.0));
        assertThat(Rehearsed.beyond(all(2_300), CERTAIN)).isZero();
    }

    @Test
    void a_tail_is_added_to_those_that_are_in_it() {
        long[] micros = all(2_300);
        Arrays.fill(micros, 90, 100, 7_300);
        double[] added = added(micros, CERTAIN);
        assertThat(added[17]).isCloseTo(300_000.0, within(2_000.0));
        assertThat(added[18]).isCloseTo(5_300_000.0, within(5_000.0));
    }

    @Test
    void a_tail_that_chance_may_have_made_is_not() {
        long[] micros = all(2_300);
        Arrays.fill(micros, 90, 100, 4_200);
        assertThat(added(micros, UNCERTAIN)[19]).isCloseTo(300_000.0, within(2_000.0));
    }

    @Test
    void nothing_takes_less_than_no_time_and_what_was_expected_too_long_is_said() {
        assertThat(added(all(1_500), CERTAIN)).containsOnly(0);
        assertThat(Rehearsed.beyond(all(1_500), CERTAIN))
                .isBetween(Duration.ofNanos(498_000), Duration.ofNanos(502_000));
    }

    private static long[] all(long micros) {
        long[] sorted = new long[100];
        Arrays.fill(sorted, micros);
        return sorted;
    }

    private static double[] added(long[] sortedMicros, Predicted expected) {
        return ((Distribution.Seen) Rehearsed.added(sortedMicros, expected)).values();
    }
}
