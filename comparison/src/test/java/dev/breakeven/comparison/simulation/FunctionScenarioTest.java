package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.Reuse;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What happens to a function when the crowd comes, by limit; {@link Checked} has what holds on every run.
 */
class FunctionScenarioTest {

    private static final Distribution FIVE_MINUTES = new Distribution.Fixed(300e9);
    private static final FunctionScaling.Growth NEVER_REFILLED =
            new FunctionScaling.Growth(1_000, Duration.ofDays(10_000));

    /** 500 a second out of nothing, 2 s to start: whoever comes before the first is ready starts one. */
    @Test
    void cold_start_storm() {
        Outcome outcome = run(500, 60, 100, 2_000, scaling(10_000), Front.NONE, Duration.ofHours(1));
        assertThat(outcome.failures()).isZero();
        assertThat(outcome.coldStarts()).isBetween(950L, 1_050L);
        assertThat(outcome.peakCapacity()).isEqualTo((int) outcome.coldStarts());
        assertThat(outcome.latencyMillis(99.9)).isBetween(1_998.0, 2_002.0);
        assertThat(outcome.latencyMillis(90)).isBetween(99.9, 100.1);
    }

    /** The storm again with enough provisioned: nobody notices. */
    @Test
    void a_storm_that_was_provisioned_for() {
        FunctionScaling provisioned =
                new FunctionScaling(FIVE_MINUTES, Reuse.MOST_RECENT, 10_000, 100, FunctionScaling.Growth.LAMBDA);
        Outcome outcome = run(500, 60, 100, 2_000, provisioned, Front.NONE, Duration.ofHours(1));
        assertThat(outcome.coldStarts()).isZero();
        assertThat(outcome.meanCapacity()).isCloseTo(100, within(0.001));
    }

    /** Requests that find all busy are lost: Erlang's loss formula, whatever the law of the service times. */
    @ParameterizedTest
    @CsvSource({"10, 10, 0.2146", "10, 15, 0.0365", "5, 5, 0.2849"})
    void throttled_at_the_concurrency_limit(int load, int concurrency, double lost) {
        double share = 0;
        for (int seed = 1; seed <= 4; seed++) {
            Outcome outcome =
                    run(load, 50_000, 1_000, 1_000, scaling(concurrency), Front.NONE, Duration.ofHours(1), seed);
            assertThat(outcome.peakCapacity()).isEqualTo(concurrency);
            share += outcome.failures(Failure.CONCURRENCY_THROTTLED) / (double) outcome.requests() / 4;
        }
        // Two million requests at a loss of 4 % are known to about 1 %, as losses come in bunches.
        assertThat(share).isCloseTo(lost, within(0.02 * lost));
    }

    /** 1,000 environments at once and 100 a second from then on, while each is kept busy for longer than that. */
    @Test
    void growth_limit() {
        Outcome outcome = run(2_000, 30, 60_000, 60_000, scaling(100_000), Front.NONE, Duration.ofHours(1));
        assertThat(outcome.coldStarts()).isCloseTo(1_000 + 30 * 100, within(1L));
        assertThat(outcome.failures(Failure.GROWTH_THROTTLED)).isEqualTo(outcome.requests() - outcome.coldStarts());
    }

    @Test
    void an_allowance_that_is_not_refilled_stops_at_a_thousand() {
        FunctionScaling planted = new FunctionScaling(FIVE_MINUTES, Reuse.MOST_RECENT, 100_000, 0, NEVER_REFILLED);
        Outcome outcome = run(2_000, 30, 60_000, 60_000, planted, Front.NONE, Duration.ofHours(1));
        assertThat(outcome.coldStarts()).isEqualTo(1_000);
    }

    /** 40 ms each at 20,000 a second need 800 environments, and could have them, but only 10,000 a second may come. */
    @Test
    void short_requests_meet_the_rate_before_the_concurrency() {
        Outcome outcome = run(20_000, 20, 40, 40, scaling(1_000), Front.NONE, Duration.ofHours(1));
        assertThat(outcome.answered()).isEqualTo(20 * 10_000);
        assertThat(outcome.failures(Failure.RATE_THROTTLED)).isEqualTo(outcome.requests() - outcome.answered());
    }

    /** The caller leaves after 3 s, the function works on to the end of its 5 s and is billed for them. */
    @Test
    void the_client_gives_up() {
        Outcome outcome = run(2, 50_000, 5_000, 6_000, scaling(1_000), Front.NONE, Duration.ofSeconds(3));
        assertThat(outcome.answered()).isZero();
        assertThat(outcome.failures(Failure.CLIENT_TIMEOUT)).isEqualTo(outcome.requests());
        assertThat(outcome.meanBusy()).isCloseTo(10, within(0.2));
    }

    @ParameterizedTest
    @CsvSource({"REST, 29000, 0", "REST, 29001, 1", "HTTP, 30000, 0", "HTTP, 30001, 1", "URL, 30001, 0", "ALB, 60001, 1"
    })
    void a_front_waits_only_so_long(Front front, int millis, int failedShare) {
        Outcome outcome = run(1, 1_000, millis, millis, scaling(1_000), front, Duration.ofHours(1));
        assertThat(outcome.failures(Failure.FRONT_TIMEOUT)).isEqualTo(failedShare * outcome.requests());
    }

    /** A gateway lets 5,000 pass at once and 10,000 a second. */
    @ParameterizedTest
    @CsvSource({"REST, 25000", "HTTP, 25000", "URL, 40000"})
    void a_gateway_throttles_before_the_function(Front front, int passed) {
        Outcome outcome = run(20_000, 2, 1, 1, scaling(100_000), front, Duration.ofHours(1));
        assertThat((double) outcome.answered()).isCloseTo(passed, within(0.02 * passed));
        assertThat(outcome.failures()).isEqualTo(outcome.failures(Failure.FRONT_THROTTLED));
    }

    private static FunctionScaling scaling(int concurrency) {
        return FunctionScaling.onDemand(FIVE_MINUTES, concurrency);
    }

    /** Three quarters of the event: 6 MiB of Lambda's, and 1 MiB of a load balancer's, in which CompressTest does not fit. */
    @ParameterizedTest
    @CsvSource({"ALB, 786432, true", "ALB, 786433, false", "REST, 4718592, true", "REST, 4718593, false"})
    void a_body_that_does_not_fit_through_the_front_is_refused(Front front, int bytes, boolean fits) {
        RequestMix mix = new RequestMix(List.of(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(bytes))));
        Workload steady = Deployments.steady(1, Duration.ofMinutes(10));
        Workload large = new Workload(
                steady.name(), steady.duration(), steady.arrivals(), mix, steady.clientTimeout(), steady.notes());
        Deployment.Functions functions = Deployments.functions(FunctionScaling.onDemand(FIVE_MINUTES, 1_000), front);
        FunctionTimes times = new FunctionTimes(millis(10), millis(100), FunctionTimes.NO_WAIT);
        Outcome outcome = Simulation.run(large, functions, times, Deployments.RULES, 1, Progress.SILENT);
        assertThat(outcome.failed()).containsEntry(Failure.TOO_LARGE, fits ? 0L : outcome.requests());
        assertThat(outcome.answered()).isEqualTo(fits ? outcome.requests() : 0);
    }

    private static Outcome run(
            double perSecond,
            int seconds,
            int warmMillis,
            int coldMillis,
            FunctionScaling scaling,
            Front front,
            Duration patience) {
        return run(perSecond, seconds, warmMillis, coldMillis, scaling, front, patience, 1);
    }

    private static Outcome run(
            double perSecond,
            int seconds,
            int warmMillis,
            int coldMillis,
            FunctionScaling scaling,
            Front front,
            Duration patience,
            long seed) {
        Workload steady = Deployments.steady(perSecond, Duration.ofSeconds(seconds));
        Workload workload = new Workload(
                steady.name(), steady.duration(), steady.arrivals(), steady.mix(), patience, steady.notes());
        Deployment.Functions functions = Deployments.functions(scaling, front);
        // A little less than whole milliseconds, which are billed whole.
        FunctionTimes times =
                new FunctionTimes(millis(warmMillis - 0.01), millis(coldMillis - 0.01), FunctionTimes.NO_WAIT);
        CallTimes calls = new GivenCallTimes(times, functions, seed);
        return Checked.functions(workload, functions, calls, seed);
    }

    private static Distribution millis(double millis) {
        return new Distribution.Fixed(millis * 1e6);
    }
}
