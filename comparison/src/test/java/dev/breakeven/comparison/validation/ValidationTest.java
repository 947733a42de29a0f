package dev.breakeven.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final Check GOOD = new Check("p50", 2, 2, 0.10, 0, 0);
    private static final Check BAD = new Check("p50", 3, 2, 0.10, 0, 0);

    @Test
    void three_per_cent_from_before_to_after_are_not_noise_and_more_are() {
        assertThat(run(2.0, 2.059, GOOD).isNoisy()).isFalse();
        assertThat(run(2.0, 1.941, GOOD).isNoisy()).isFalse();
        assertThat(run(2.0, 2.061, GOOD).isNoisy()).isTrue();
        assertThat(run(2.0, 1.939, GOOD).isNoisy()).isTrue();
    }

    @Test
    void callers_who_could_not_keep_up_are_noise() {
        assertThat(new Noise(2, 2, 4.9).isTooMuch()).isFalse();
        assertThat(new Noise(2, 2, 5.1).isTooMuch()).isTrue();
    }

    @Test
    void one_check_outside_refutes_a_prediction() {
        assertThat(of(run(2, 2, GOOD, GOOD)).isRefuted()).isFalse();
        assertThat(of(run(2, 2, GOOD, BAD)).isRefuted()).isTrue();
        assertThat(of(run(2, 2, GOOD), run(2, 2, BAD)).isRefuted()).isTrue();
    }

    @Test
    void what_happened_amid_noise_neither_refutes_nor_counts_as_passed() {
        assertThat(of(run(2, 3, BAD)).isRefuted()).isFalse();
        assertThat(of(run(2, 3, BAD)).isNoisy()).isTrue();
        assertThat(of(run(2, 2, GOOD), run(2, 3, GOOD)).isNoisy()).isTrue();
    }

    @Test
    void a_quiet_run_refutes_whatever_happened_in_the_noisy_one_beside_it() {
        assertThat(of(run(2, 3, GOOD), run(2, 2, BAD)).isRefuted()).isTrue();
    }

    private static Validation of(Validation.Run... runs) {
        return new Validation(Arrays.asList(runs));
    }

    private static Validation.Run run(double before, double after, Check... checks) {
        return new Validation.Run(
                "service",
                "servers",
                "a small one",
                Histograms.ofMicros(new long[] {2_000}),
                Outcomes.of(1, 2_000),
                List.of(checks),
                Map.of(),
                new Noise(before, after, 0),
                1);
    }
}
