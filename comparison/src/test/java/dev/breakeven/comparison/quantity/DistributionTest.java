package dev.breakeven.comparison.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed:10ms",
                "exponential:10ms",
                "uniform:1ms,9ms",
                "lognormal:p50=10ms,p99=90ms",
                "quantiles:p0=1ms,p50=2ms,p100=20ms"
            })
    void three_times_a_distribution_draws_three_times_as_much(String text) {
        Distribution once = DistributionFormat.ofTimes(text);
        double drawn = once.sample(new Random(1));
        assertThat(once.scaled(3).sample(new Random(1))).isCloseTo(3 * drawn, within(1e-6 * drawn));
        assertThat(once.scaled(3).least()).isEqualTo(3 * once.least());
    }
}
