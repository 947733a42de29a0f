package dev.breakeven.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.simulation.Outcome;
import org.junit.jupiter.api.Test;

class PredictedTest {

    /** One run sees 0, the next 2, and so on: a mean of 1, and squares of 1 that are divided by one less than there are. */
    @Test
    void its_numbers_are_the_mean_of_what_may_happen_and_the_deviation_of_one_run() {
        Predicted predicted = Predicted.of(seed -> Outcomes.of(10 + 2 * (seed % 2), 5_000), 7);
        int times = predicted.outcomes().size();
        assertThat(predicted.mean(Outcome::requests)).isEqualTo(11);
        assertThat(predicted.standardError(Outcome::requests))
                .isCloseTo(Math.sqrt(times / (times - 1.0)), within(1e-12));
    }

    @Test
    void its_latencies_are_those_of_all_runs() {
        Predicted predicted = Predicted.of(seed -> Outcomes.of(1, seed < 16 ? 1_000 : 2_000), 0);
        assertThat(predicted.latencyMicros().getTotalCount())
                .isEqualTo(predicted.outcomes().size());
        assertThat(predicted.latencyMicros().getValueAtPercentile(20)).isEqualTo(1_000);
        assertThat(predicted.latencyMicros().getValueAtPercentile(30)).isEqualTo(2_000);
        assertThat(predicted.outcomes().getFirst().latencyMicros().getTotalCount())
                .isEqualTo(1);
    }
}
