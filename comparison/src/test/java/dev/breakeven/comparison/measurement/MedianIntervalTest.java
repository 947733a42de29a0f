package dev.breakeven.comparison.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {

    @Test
    void equal_values_are_known_exactly() {
        assertThat(MedianInterval.of(new double[] {7, 7, 7, 7, 7, 7})).isZero();
    }

    /** Of 100 values the interval has the ranks 40 and 60: 1.96 times 5, half the root of 100, to either side of 50. */
    @Test
    void a_hundred_values_leave_ten_ranks_to_either_side() {
        double[] values = IntStream.range(0, 100).mapToDouble(i -> 1_000 + i).toArray();
        assertThat(MedianInterval.of(values)).isCloseTo(10 / 1_050.0, within(1e-9));
    }

    @Test
    void a_few_values_say_nothing() {
        assertThat(MedianInterval.of(new double[] {1, 1, 1, 1, 1})).isInfinite();
    }
}
