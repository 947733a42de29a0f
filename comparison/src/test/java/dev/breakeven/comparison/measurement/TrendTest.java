package dev.breakeven.comparison.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void what_takes_half_as_long_again_in_the_end_is_told() {
        assertThat(Trend.growth(values(i -> i < 30 ? 2 : i < 60 ? 2.5 : 3), 1.15))
                .isEqualTo(OptionalDouble.of(1.5));
    }

    @Test
    void what_gets_faster_or_stays_is_not() {
        assertThat(Trend.growth(values(i -> 100.0 - i), 1.15)).isEmpty();
        assertThat(Trend.growth(values(i -> 2), 1.15)).isEmpty();
    }

    /** A single slow stretch in the middle is the machine's, not the service's. */
    @Test
    void what_is_slow_for_a_while_is_not() {
        assertThat(Trend.growth(values(i -> i >= 30 && i < 60 ? 9 : 2), 1.15)).isEmpty();
    }

    @Test
    void what_grows_by_less_than_was_asked_for_is_not_told() {
        assertThat(Trend.growth(values(i -> 100 + i / 5.0), 1.15)).isEmpty();
        assertThat(Trend.growth(values(i -> 100 + i / 5.0), 1.1)).isPresent();
    }

    private static double[] values(java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, 90).mapToDouble(value).toArray();
    }
}
