package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    private static final Measurements TEN_MILLIS = Measured.fixed(Duration.ofMillis(10));

    @Test
    void a_lone_caller_of_a_warm_function_waits_for_the_work_alone() {
        Outcome outcome = run(Deployments.functions(Duration.ofHours(1), 10), 0.1);
        assertThat(outcome.coldStarts()).isBetween(1L, 20L);
        assertThat(outcome.latencyMillis(50)).isBetween(10.0, 10.01);
        // Init and the slower first call add half a second each.
        assertThat(outcome.latencyMicros().getMaxValue()).isBetween(1_010_000L, 1_011_000L);
    }

    @Test
    void every_call_is_billed_by_the_millisecond_with_its_init() {
        Outcome outcome = run(Deployments.functions(Duration.ofHours(1), 10), 0.1);
        Consumption.OfFunctions used = (Consumption.OfFunctions) outcome.consumption();
        // 10 ms each, and a cold start 1,000 ms more.
        assertThat(used.billedMillis()).isEqualTo(10 * outcome.requests() + 1_000 * outcome.coldStarts());
        assertThat(used.requests()).isEqualTo(outcome.requests());
    }

    @Test
    void a_call_of_10_001_micros_is_billed_as_11_ms() {
        Outcome outcome = Simulation.run(
                Deployments.steady(0.1, Duration.ofHours(1)),
                Deployments.functions(Duration.ofHours(1), 10),
                Measured.fixed(Duration.ofNanos(10_001_000)),
                Deployments.RULES,
                1);
        assertThat(((Consumption.OfFunctions) outcome.consumption()).billedMillis())
                .isEqualTo(11 * outcome.requests() + 1_000 * outcome.coldStarts());
    }

    @Test
    void beyond_the_limit_of_environments_requests_are_throttled_and_not_billed() {
        Outcome outcome = Simulation.run(
                Deployments.steady(100, Duration.ofMinutes(10)),
                Deployments.functions(Duration.ofHours(1), 2),
                Measured.fixed(Duration.ofMillis(100)),
                Deployments.RULES,
                1);
        assertThat(outcome.peakCapacity()).isEqualTo(2);
        // Two environments of 100 ms each can answer 20 of the 100 in a second.
        assertThat(outcome.answered()).isLessThanOrEqualTo(12_000);
        assertThat(outcome.failures(Failure.Group.THROTTLED)).isEqualTo(outcome.requests() - outcome.answered());
        assertThat(((Consumption.OfFunctions) outcome.consumption()).requests()).isEqualTo(outcome.answered());
    }

    @Test
    void a_server_that_cannot_keep_up_times_out() {
        // 20 in a second on one processor with 100 ms of work each: twice what it can do.
        Outcome outcome = Simulation.run(
                new Workload(
                        "overload",
                        Duration.ofMinutes(10),
                        List.of(RateSteps.steady(20)),
                        Measured.MIX,
                        Duration.ofSeconds(30),
                        List.of()),
                Deployments.server(1),
                Measured.fixed(Duration.ofMillis(100)),
                Deployments.RULES,
                1);
        assertThat(outcome.failures(Failure.CLIENT_TIMEOUT)).isGreaterThan(outcome.requests() / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_request_ends_exactly_once(long seed) {
        for (Deployment deployment : List.of(
                Deployments.functions(Duration.ofMinutes(5), 3),
                Deployments.functions(Duration.ofMinutes(5), 1_000),
                Deployments.server(1),
                Deployments.server(2))) {
            Outcome outcome = Simulation.run(
                    Deployments.steady(50, Duration.ofMinutes(20)), deployment, TEN_MILLIS, Deployments.RULES, seed);
            assertThat(outcome.latencyMicros().getTotalCount() + outcome.failures())
                    .isEqualTo(outcome.requests());
        }
    }

    @Test
    void every_deployment_is_asked_the_same() {
        assertThat(LongStream.of(
                                run(Deployments.functions(Duration.ofMinutes(5), 1_000), 7)
                                        .requests(),
                                run(Deployments.server(1), 7).requests(),
                                run(Deployments.server(2), 7).requests())
                        .distinct()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void the_same_seed_gives_the_same_outcome() {
        Deployment functions = Deployments.functions(Duration.ofMinutes(5), 1_000);
        assertThat(run(functions, 7)).isEqualTo(run(functions, 7));
    }

    private static Outcome run(Deployment deployment, double perSecond) {
        return Simulation.run(
                Deployments.steady(perSecond, Duration.ofHours(10)), deployment, TEN_MILLIS, Deployments.RULES, 1);
    }
}
