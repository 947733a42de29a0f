package dev.breakeven.comparison.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionFormatTest {

    private static final int SAMPLES = 200_000;

    @Test
    void fixed_is_always_the_same_in_either_form() {
        assertThat(DistributionFormat.ofTimes("fixed(154ms)")).isEqualTo(new Distribution.Fixed(154e6));
        assertThat(DistributionFormat.ofTimes("fixed:154ms")).isEqualTo(new Distribution.Fixed(154e6));
    }

    @Test
    void uniform_goes_from_one_value_to_the_other() {
        assertThat(DistributionFormat.ofTimes("uniform(300s, 345s)")).isEqualTo(new Distribution.Uniform(300e9, 345e9));
    }

    @Test
    void an_exponential_has_its_mean() {
        double[] sorted = sample(DistributionFormat.ofTimes("exponential(100ms)"));
        // The standard error of the mean is 100 / √200,000 = 0.22 ms; three of them.
        assertThat(Arrays.stream(sorted).average().orElseThrow() / 1e6).isCloseTo(100, within(0.67));
    }

    @Test
    void a_lognormal_passes_through_its_median_and_its_99th_percentile() {
        double[] sorted = sample(DistributionFormat.ofTimes("lognormal(p50=20ms,p99=90ms)"));
        assertThat(sorted[SAMPLES / 2] / 1e6).isCloseTo(20, within(0.2));
        assertThat(sorted[SAMPLES * 99 / 100] / 1e6).isCloseTo(90, within(2.0));
    }

    @Test
    void quantiles_pass_through_each_of_theirs() {
        double[] sorted = sample(DistributionFormat.ofSizes("quantiles(p0=1kB,p50=20kB,p90=150kB,p100=3MB)"));
        assertThat(sorted[0]).isGreaterThanOrEqualTo(1_000);
        assertThat(sorted[SAMPLES / 2]).isCloseTo(20_000, within(300.0));
        assertThat(sorted[SAMPLES * 9 / 10]).isCloseTo(150_000, within(3_000.0));
        assertThat(sorted[SAMPLES - 1]).isLessThanOrEqualTo(3_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "normal(1ms)                     | there is fixed, exponential, uniform, lognormal and quantiles",
                "fixed(1ms,2ms)                  | takes 1, not 2",
                "uniform(2s,1s)                  | from the smaller to the larger",
                "lognormal(p50=1ms)              | lognormal takes p50 and p99",
                "lognormal(p50=9ms,p99=1ms)      | p99 of at least p50",
                "quantiles(p50=1ms,p100=2ms)     | quantiles take p0, p100 and any between",
                "quantiles(p0=2ms,p100=1ms)      | quantiles go up",
                "quantiles(p0=1ms,x=2ms)         | 'x=2ms' should be like p99=…",
                "fixed(1)                        | '1' is no duration",
                "20ms                            | '20ms' is no distribution"
            })
    void refuses_what_is_no_distribution_and_says_what_is(String text, String part) {
        assertThatThrownBy(() -> DistributionFormat.ofTimes(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining(part);
    }

    private static double[] sample(Distribution distribution) {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(7);
        double[] values = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            values[i] = distribution.sample(random);
        }
        Arrays.sort(values);
        return values;
    }
}
