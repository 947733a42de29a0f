package dev.breakeven.comparison.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.input.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionFormatTest {

    private static final int SAMPLES = 200_000;

    @Test
    void fixed_is_always_the_same_in_either_form() {
        assertThat(DistributionFormat.ofTimes("fixed(154ms)")).isEqualTo(new Distribution.Fixed(154e6));
        assertThat(DistributionFormat.ofTimes("fixed:154ms")).isEqualTo(new Distribution.Fixed(154e6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uniform(300s,345s)               | uniform:300s,345s",
                "exponential(1991ms)              | exponential:1991ms",
                "lognormal(p50=20ms,p99=90ms)     | lognormal:p50=20ms,p99=90ms"
            })
    void a_colon_does_what_parentheses_do(String parentheses, String colon) {
        assertThat(DistributionFormat.ofTimes(colon)).isEqualTo(DistributionFormat.ofTimes(parentheses));
    }

    @Test
    void a_file_has_a_value_on_each_line_with_a_unit_or_in_milliseconds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("warm.txt"), "# seen\n12.5\n\n2s\n 300us\n");
        assertThat(DistributionFormat.ofTimes("file:" + file))
                .isInstanceOfSatisfying(
                        Distribution.Seen.class,
                        seen -> assertThat(seen.values()).containsExactly(12.5e6, 2e9, 3e5));
        double[] sorted = sample(DistributionFormat.ofTimes("file(" + file + ")"));
        assertThat(Arrays.stream(sorted).average().orElseThrow() / 1e6).isCloseTo(670.9, within(6.4));
    }

    @Test
    void a_file_of_sizes_has_them_with_a_unit_or_in_bytes_and_lies_beside_what_names_it(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("sizes.txt"), "512\n64KiB\n");
        assertThat(DistributionFormat.ofSizes("file:sizes.txt", Folder.of(folder)))
                .isInstanceOfSatisfying(
                        Distribution.Seen.class,
                        seen -> assertThat(seen.values()).containsExactly(512, 65_536));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1ms;fast  | values.txt, line 2: 'fast' is no duration; 250ms, 1.5s, 10m, 6h and 30d are. Bare numbers are taken for milliseconds.",
                "-5        | values.txt, line 1: '-5' is no duration",
                "# none    | has no value; one a line is accepted"
            })
    void a_refused_file_is_told_with_the_line(String lines, String part, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("values.txt"), lines.replace(';', '\n'));
        assertThatThrownBy(() -> DistributionFormat.ofTimes("file:" + file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part);
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
                "normal(1ms)                     | there is fixed, exponential, uniform, lognormal, quantiles and file",
                "fixed(1ms,2ms)                  | it takes 1 value, not 2.",
                "uniform(2s,1s)                  | from the smaller to the larger",
                "lognormal(p50=1ms)              | lognormal takes p50 and p99",
                "lognormal(p50=9ms,p99=1ms)      | p99 of at least p50",
                "quantiles(p50=1ms,p100=2ms)     | quantiles take p0, p100 and any between",
                "quantiles(p0=2ms,p100=1ms)      | quantiles go up",
                "quantiles(p0=1ms,p90=2ms,p50=3ms,p100=4ms) | quantiles go up",
                "quantiles(p0=1ms,p50=2ms,p50=3ms,p100=4ms) | p50 is given twice",
                "file:no-such-file.txt           | no-such-file.txt cannot be read: is it there, and a file?",
                "exponential(-1s)                | '-1s' is no duration",
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
