package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that end in a function's own limits, and what they cost all the same. */
class FunctionTimeoutTest {

    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

    /** Every call needs 5 s and gets 3: each is billed 3,000 ms and takes its environment with it, so that each is a cold start. */
    @Test
    void a_call_is_billed_until_its_limit_and_the_next_one_is_cold() {
        Outcome outcome = run(Front.URL, THREE_SECONDS, seconds(5), seconds(5), 0);
        assertThat(outcome.failures(Failure.FUNCTION_TIMEOUT)).isEqualTo(outcome.requests());
        assertThat(outcome.coldStarts()).isEqualTo(outcome.requests());
        assertThat(used(outcome).billedMillis()).isEqualTo(3_000 * outcome.requests());
    }

    @Test
    void a_call_that_ends_at_the_limit_is_answered() {
        Outcome outcome = run(Front.URL, THREE_SECONDS, seconds(3), seconds(3), 0);
        assertThat(outcome.answered()).isEqualTo(outcome.requests());
    }

    /** Of exponential times with a mean of 3 s, 1/e = 36.8 % go beyond 3 s; what is billed of each is 3 (1 - 1/e) s in the mean. */
    @Test
    void only_those_that_take_too_long_are_ended() {
        Outcome outcome = run(Front.NONE, THREE_SECONDS, new Distribution.Exponential(3e9), seconds(1), 0);
        double warm = outcome.requests() - outcome.coldStarts();
        assertThat(outcome.failures(Failure.FUNCTION_TIMEOUT) / warm).isCloseTo(Math.exp(-1), within(0.02));
        double warmMillis = used(outcome).billedMillis() - 1_000 * outcome.coldStarts();
        assertThat(warmMillis / warm).isCloseTo(3_000 * (1 - Math.exp(-1)), within(40.0));
    }

    /** A load balancer waits for 60 s, the function is given 90 and takes 120. */
    @Test
    void whoever_stopped_waiting_before_does_not_learn_of_it() {
        Outcome outcome = run(Front.ALB, Duration.ofSeconds(90), seconds(120), seconds(120), 0);
        assertThat(outcome.failures(Failure.FRONT_TIMEOUT)).isEqualTo(outcome.requests());
        assertThat(used(outcome).billedMillis()).isEqualTo(90_000 * outcome.requests());
    }

    /** Three quarters of 6 MiB, and of a load balancer's 1 MiB; the work is done and billed whether or not it fits. */
    @ParameterizedTest
    @CsvSource({"ALB, 786432, true", "ALB, 786433, false", "REST, 4718592, true", "REST, 4718593, false"})
    void an_answer_that_does_not_fit_through_the_front_is_billed_and_lost(Front front, long bytes, boolean fits) {
        Outcome outcome = run(front, THREE_SECONDS, seconds(1), seconds(1), bytes);
        assertThat(outcome.failures(Failure.ANSWER_TOO_LARGE)).isEqualTo(fits ? 0 : outcome.requests());
        assertThat(used(outcome).billedMillis()).isEqualTo(1_000 * outcome.requests());
        assertThat(used(outcome).bytesOut()).isEqualTo(fits ? bytes * outcome.requests() : 0);
    }

    @Test
    void a_timeout_beyond_fifteen_minutes_is_refused() {
        FunctionScaling scaling = FunctionScaling.onDemand(seconds(300), 10);
        assertThatThrownBy(() -> Deployments.functions(scaling, Front.NONE, Duration.ofSeconds(901)))
                .hasMessage("a function's timeout is above 0s and at most 15m, not 901000ms");
    }

    private static Outcome run(
            Front front, Duration functionTimeout, Distribution warm, Distribution cold, long responseBytes) {
        Deployment.Functions functions =
                Deployments.functions(FunctionScaling.onDemand(seconds(300), 1_000), front, functionTimeout);
        FunctionTimes times = new FunctionTimes(warm, cold, FunctionTimes.NO_WAIT, responseBytes);
        Outcome outcome = Simulation.run(
                Deployments.steady(2, Duration.ofHours(1)), functions, times, Deployments.RULES, 1, Progress.SILENT);
        assertThat(outcome.latencyMicros().getTotalCount() + outcome.failures()).isEqualTo(outcome.requests());
        assertThat(used(outcome).requests()).isEqualTo(outcome.requests());
        return outcome;
    }

    private static Consumption.OfFunctions used(Outcome outcome) {
        return (Consumption.OfFunctions) outcome.consumption();
    }

    private static Distribution seconds(double seconds) {
        return new Distribution.Fixed(seconds * 1e9);
    }
}
