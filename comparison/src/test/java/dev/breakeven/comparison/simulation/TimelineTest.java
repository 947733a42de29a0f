package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Of one environment or one processor 20 requests a second of 50 ms want all there is: some are refused, or wait. */
    private static final Workload CROWD = Deployments.steady(20, Duration.ofMinutes(30));

    @ParameterizedTest
    @ValueSource(strings = {"functions", "server"})
    void what_is_counted_period_by_period_is_what_the_run_counts(String name) {
        Deployment deployment =
                name.equals("server") ? Deployments.server(1) : Deployments.functions(Duration.ofMinutes(5), 2);
        Outcome outcome =
                Simulation.run(CROWD, deployment, Measured.fixed(Duration.ofMillis(50)), Deployments.RULES, 1);
        Timeline timeline = Simulation.timeline(
                CROWD, deployment, Measured.fixed(Duration.ofMillis(50)), Deployments.RULES, 1, PERIOD);
        assertThat(timeline.parts()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(timeline.parts().stream().mapToLong(Timeline.Part::arrived).sum())
                .isEqualTo(outcome.requests());
        assertThat(timeline.parts().stream().mapToLong(Timeline.Part::failed).sum())
                .isEqualTo(outcome.failures());
        assertThat(timeline.parts().stream()
                        .mapToLong(Timeline.Part::coldStarts)
                        .sum())
                .isEqualTo(outcome.coldStarts());
        assertThat(timeline.parts().stream().mapToInt(Timeline.Part::capacity).max())
                .hasValue(outcome.peakCapacity());
        assertThat(timeline.parts().stream()
                        .mapToDouble(Timeline.Part::p99Millis)
                        .max()
                        .orElseThrow())
                .isGreaterThanOrEqualTo(outcome.latencyMillis(99));
    }

    @ParameterizedTest
    @ValueSource(strings = {"functions", "server"})
    void a_period_without_answers_has_no_latency(String name) {
        Deployment deployment =
                name.equals("server") ? Deployments.server(1) : Deployments.functions(Duration.ofMinutes(5), 2);
        Timeline timeline = Simulation.timeline(
                Deployments.steady(0.001, Duration.ofMinutes(30)),
                deployment,
                Measured.fixed(Duration.ofMillis(50)),
                Deployments.RULES,
                1,
                PERIOD);
        assertThat(timeline.parts()).hasSize(30);
        assertThat(timeline.parts())
                .filteredOn(part -> part.arrived() == 0)
                .isNotEmpty()
                .allMatch(part -> Double.isNaN(part.p99Millis()));
    }
}
