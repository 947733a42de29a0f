package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.deployment.CpuLaw;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories of every way of hosting that we ship. */
class HostingScenarioTest {

    static Stream<String> names() {
        return DeploymentFile.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_request_ends_exactly_once(String name) throws BadInputException {
        Outcome outcome = run(name, 300, Duration.ofMinutes(10));
        assertThat(outcome.latencyMicros().getTotalCount() + outcome.failures()).isEqualTo(outcome.requests());
        assertThat(outcome.meanBusy()).isLessThanOrEqualTo(outcome.meanCapacity() + 1e-9);
    }

    /** 20 a second of 10 ms are 0.2 of a processor, which is 80 % of a task of a quarter: more than the target of 70 %. */
    @Test
    void a_task_of_a_quarter_vcpu_is_scaled_by_the_use_of_its_quarter() throws BadInputException {
        assertThat(run("fargate", 20, Duration.ofMinutes(30)).peakCapacity()).isEqualTo(2);
        // 12 a second are 48 %.
        assertThat(run("fargate", 12, Duration.ofMinutes(30)).peakCapacity()).isEqualTo(1);
    }

    /** Ten tasks of a quarter processor do 250 requests of 10 ms a second, and no more. */
    @Test
    void a_service_of_ten_tasks_does_no_more_than_ten_quarters() throws BadInputException {
        Outcome outcome = run("fargate", 400, Duration.ofHours(1));
        assertThat(outcome.peakCapacity()).isEqualTo(10);
        assertThat(outcome.answered()).isLessThan(250 * 3_600);
        assertThat(outcome.failures(Failure.FRONT_TIMEOUT)).isGreaterThan(150 * 3_000);
    }

    /** 20 a second of 10 ms are 0.2 processors, and the baseline is 0.1, since nothing is saved at the launch. */
    @Test
    void a_bundle_that_has_nothing_saved_does_what_its_baseline_does() throws BadInputException {
        Outcome outcome = run("lightsail", 20, Duration.ofHours(2));
        double asked = 20 * 0.01 * 7_200;
        double endSeconds = asked / 2 / outcome.meanBusy();
        assertThat(endSeconds).isCloseTo(asked / 0.1, within(0.02 * asked / 0.1));
    }

    /** Three instances of two vCPUs at 32 requests each: 192 at a time, and then the caller is throttled. */
    @Test
    void managed_instances_take_as_many_requests_as_they_have_threads_and_throttle_the_rest() throws BadInputException {
        Outcome outcome = Simulation.run(
                Deployments.steady(1_000, Duration.ofSeconds(1)),
                DeploymentFile.read("lambda-managed-instances"),
                Measured.fixed(Duration.ofSeconds(20)),
                Deployments.RULES,
                1);
        assertThat(outcome.requests() - outcome.failures(Failure.CONCURRENCY_THROTTLED))
                .isEqualTo(192);
    }

    @Test
    void managed_instances_scale_from_three_and_never_to_zero() throws BadInputException {
        assertThat(run("lambda-managed-instances", 0.01, Duration.ofHours(1)).meanCapacity())
                .isEqualTo(3);
        // 900 a second of 10 ms are 9 processors: seven instances of two at 70 %.
        assertThat(run("lambda-managed-instances", 900, Duration.ofMinutes(30)).peakCapacity())
                .isBetween(6, 8);
    }

    /** 10,000 a second and 5,000 that were saved: of 400,000 in 20 s pass 205,000, before functions and managed instances alike. */
    @Test
    void the_front_of_managed_instances_is_that_of_functions() throws BadInputException {
        Workload crowd = Deployments.steady(20_000, Duration.ofSeconds(20));
        Outcome servers = Simulation.run(
                crowd,
                DeploymentFile.read("lambda-managed-instances"),
                Measured.fixed(Duration.ofNanos(1_000)),
                Deployments.RULES,
                1);
        Outcome functions = Simulation.run(
                crowd,
                DeploymentFile.read("lambda-rest-api"),
                Measured.fixed(Duration.ofNanos(1_000)),
                Deployments.RULES,
                1);
        assertThat(servers.failures(Failure.FRONT_THROTTLED))
                .isEqualTo(functions.failures(Failure.FRONT_THROTTLED))
                .isCloseTo(servers.requests() - 205_000, within(10L));
    }

    @ParameterizedTest
    @CsvSource({"lambda-managed-instances, true", "lambda-rest-api, true", "beanstalk, false", "fargate, false"})
    void a_body_of_5_mb_does_not_fit_into_an_event(String name, boolean refused) throws BadInputException {
        RequestMix mix = new RequestMix(List.of(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(5e6))));
        Workload uploads = new Workload(
                "uploads", Duration.ofMinutes(1), List.of(RateSteps.steady(1)), mix, Duration.ofHours(1), List.of());
        Outcome outcome = Simulation.run(
                uploads, DeploymentFile.read(name), Measured.fixed(Duration.ofMillis(1)), Deployments.RULES, 1);
        assertThat(outcome.failures(Failure.TOO_LARGE)).isEqualTo(refused ? outcome.requests() : 0);
    }

    /** The first server serves for some 12 of the 60 s and is then taken out, the second stays: 60 s each, give or take two. */
    @Test
    void a_server_that_lives_for_less_than_a_minute_is_billed_for_one() {
        ScalingPolicy eager =
                new ScalingPolicy.Alarms(ScalingPolicy.Metric.CPU, 70, 23, Duration.ofSeconds(1), 1, Duration.ZERO);
        Workload burst = new Workload(
                "burst",
                Duration.ofSeconds(60),
                List.of(new RateSteps(10_000_000_000L, new double[] {900, 10, 10, 10, 10, 10})),
                Measured.MIX,
                Duration.ofHours(1),
                List.of());
        Fleets.Run run = Fleets.run(
                Fleets.scaled(Fleets.host(1, 1_000, 1_000), 2, eager, Duration.ofMillis(1)),
                burst,
                Fleets.work(new Distribution.Fixed(10e6), Duration.ZERO, 100, 1),
                1);
        assertThat(run.fleet().peak()).isEqualTo(2);
        assertThat(run.fleet().servingNanos()).isLessThan(80e9);
        assertThat(run.fleet().launchedNanos()).isBetween(115e9, 121e9);
    }

    /** Restoring takes 0.2 s instead of an init of 0.5; the first call is as slow as before, 0.5 s beyond the others' 10 ms. */
    @Test
    void a_restored_snapshot_takes_the_place_of_the_init_and_is_billed() {
        Deployment.Functions functions = new Deployment.Functions(
                "functions",
                Deployment.Functions.MEGABYTES_PER_VCPU,
                Architecture.X86_64,
                Front.NONE,
                new Distribution.Fixed(0),
                0,
                new FunctionStart.SnapStart(new Distribution.Fixed(200e6)),
                FunctionScaling.onDemand(
                        new Distribution.Fixed(Duration.ofHours(1).toNanos()), 10),
                Front.NONE.timeout(),
                Deployment.Functions.FUNCTION_TIMEOUT_MAX,
                CpuLaw.LAMBDA,
                Map.of(),
                Map.of());
        Outcome outcome = Simulation.run(
                Deployments.steady(0.1, Duration.ofHours(10)),
                functions,
                Measured.fixed(Duration.ofMillis(10)),
                Deployments.RULES,
                1);
        assertThat(outcome.latencyMicros().getMaxValue()).isBetween(710_000L, 711_000L);
        assertThat(((Consumption.OfFunctions) outcome.consumption()).billedMillis())
                .isEqualTo(10 * outcome.requests() + 700 * outcome.coldStarts());
    }

    private static Outcome run(String name, double perSecond, Duration duration) throws BadInputException {
        return Simulation.run(
                Deployments.steady(perSecond, duration),
                DeploymentFile.read(name),
                Measured.fixed(Duration.ofMillis(10)),
                Deployments.RULES,
                1);
    }
}
