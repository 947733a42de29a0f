package dev.breakeven.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.measurement.CpuTimes;
import dev.breakeven.comparison.measurement.FirstCall;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.measurement.Waits;
import dev.breakeven.comparison.measurement.WarmUp;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Body;
import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.process.ControlGroups;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {

    private static final double FIXED = 200_000;
    private static final double PER_BYTE = 100;
    private static final Sample TEXT = new Sample(
            "POST",
            "/compress",
            List.of(),
            new Body.Text(List.of(1_000L, 1_000_000L)),
            3,
            new Distribution.Fixed(1_000));
    private static final Sample PAGE = new Sample("GET", "/", List.of(), new Body.None(), 1, new Distribution.Fixed(0));
    private static final World WORLD = World.of(
            new Service("both", Optional.empty(), Optional.empty(), List.of(TEXT, PAGE)),
            new HostMeasurement(HostMeasurement.UNLIMITED, List.of(), List.of(route(TEXT), route(PAGE)), 0, List.of()),
            4e6);

    /** 0.2 ms and 100 ns a byte: 38,000 bytes are 4 ms. */
    @Test
    void payloads_are_such_that_a_request_takes_what_it_is_to_take() {
        assertThat(WORLD.samples().getFirst().body().sizes()).containsExactly(38_000L);
        assertThat(WORLD.samples().getLast().body().sizes()).containsExactly(0L);
    }

    @Test
    void a_payload_stays_within_what_the_service_takes() {
        World heavy = World.of(
                WORLD.service(),
                new HostMeasurement(
                        HostMeasurement.UNLIMITED, List.of(), List.of(route(TEXT), route(PAGE)), 0, List.of()),
                4e12);
        assertThat(heavy.samples().getFirst().body().sizes()).containsExactly(38_000L);
    }

    @Test
    void the_least_payloads_are_kept_for_what_is_to_be_brief() {
        assertThat(WORLD.least().getFirst().body().sizes()).containsExactly(1_000L);
    }

    @Test
    void kinds_come_as_often_as_their_weights_say() {
        var kinds = WORLD.kinds(5);
        long first = Stream.generate(kinds::getAsInt)
                .limit(10_000)
                .filter(kind -> kind == 0)
                .count();
        // A standard error is 43.
        assertThat((double) first).isCloseTo(7_500, within(175.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e6, 2e6, 5e6})
    void every_crowd_has_at_least_two_thousand_requests(double cpuNanos) {
        assertThat(Stream.of(WORLD.functions(cpuNanos), WORLD.servers(cpuNanos), WORLD.steady(cpuNanos)))
                .allSatisfy(crowd -> assertThat(crowd.expectedRequests()).isGreaterThanOrEqualTo(2_000));
    }

    /** Of two servers with a third of a processor each; the peak is the middle three sevenths, and begins with an alarm's period. */
    @ParameterizedTest
    @ValueSource(doubles = {2e-3, 2.8e-3, 4.5e-3, 9e-3})
    void servers_are_busy_for_less_than_half_of_their_time_outside_the_peak(double cpuSeconds) {
        Workload crowd = WORLD.servers(cpuSeconds * 1e9);
        int seconds = (int) crowd.duration().toSeconds();
        long[] perSecond = new long[seconds];
        RequestStream requests = crowd.requests(1);
        while (requests.next()) {
            perSecond[(int) (requests.arrivalNanos() / 1_000_000_000L)]++;
        }
        double before = Arrays.stream(perSecond, 0, 2 * seconds / 7).average().orElseThrow();
        double peak = Arrays.stream(perSecond, 2 * seconds / 7, 5 * seconds / 7)
                .average()
                .orElseThrow();
        double processors = 2 * World.SERVER_SHARE;
        assertThat(before * cpuSeconds / processors).isLessThan(0.5);
        // More than the alarm's threshold, and less than there is.
        assertThat(peak * cpuSeconds / processors).isBetween(World.SCALE_OUT_PERCENT / 100, 1.0);
        assertThat((2 * seconds / 7) % 3).isZero();
    }

    /** One of three requests comes at 10 a second, two at 20: 16.7 on average, where a second has 15. */
    @Test
    void a_rehearsal_comes_at_the_rate_that_a_request_meets() {
        Workload crowd = new Workload(
                "two rates",
                Duration.ofSeconds(2),
                List.of(new RateSteps(1_000_000_000L, new double[] {10, 20}, false)),
                WORLD.mix(),
                Duration.ofSeconds(1),
                List.of());
        Workload part = WORLD.lasting(Duration.ofSeconds(6), crowd);
        assertThat(part.duration()).isEqualTo(Duration.ofSeconds(6));
        assertThat(part.expectedRequests()).isCloseTo(100, within(1e-6));
    }

    @Test
    void a_machine_that_is_too_small_is_told_why() {
        ControlGroups some = new ControlGroups.VersionTwo(Path.of("/sys/fs/cgroup"));
        assertThat(World.lacking(2, some)).isEmpty();
        assertThat(World.lacking(1, some))
                .contains(
                        "validate needs 2 processors, one for a server on a core of its own and one for its callers; this"
                                + " machine has 1.");
        assertThat(World.lacking(8, new ControlGroups.Unavailable("no group can be made")))
                .contains(
                        "validate gives processes shares of a processor, which is not possible here because no group can"
                                + " be made.");
    }

    private static RouteMeasurement route(Sample sample) {
        return new RouteMeasurement(
                sample.route(),
                List.of(new FirstCall(Duration.ZERO, Duration.ZERO)),
                WarmUp.NONE,
                new CpuTimes(FIXED, sample.equals(TEXT) ? PER_BYTE : 0, new double[] {1}),
                Waits.fixed(Duration.ZERO),
                0,
                List.of());
    }
}
