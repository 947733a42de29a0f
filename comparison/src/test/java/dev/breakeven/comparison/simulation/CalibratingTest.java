package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.measurement.Calibration;
import dev.breakeven.comparison.measurement.CloudWatchLog;
import dev.breakeven.comparison.measurement.HostMeasurement;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A service that takes 10 ms of a core here. */
class CalibratingTest {

    private static final HostMeasurement HERE =
            Measured.fixed(Duration.ofMillis(10)).function().orElseThrow();

    @Test
    void at_a_whole_vcpu_the_factor_is_that_of_the_durations() {
        Calibration calibration = Calibrating.of(log(1_769, 12), HERE, Measured.MIX);
        assertThat(calibration.cloudOverHere()).isCloseTo(1.2, within(0.001));
        assertThat(calibration.evidence()).isEqualTo("50 warm calls with 1,769 MB in log.txt: 12.0 ms on average");
    }

    /** 2.5 ms of each 20: the fourth quota begins at 60 ms and has 2.5 ms; that it is used up is noticed late, so it is sooner. */
    @Test
    void below_that_it_is_the_factor_that_the_quota_makes_the_durations_of() {
        double share = 221 / 1_769.0;
        LambdaCpu cpu = new LambdaCpu(share, new java.util.Random(1));
        double wallMillis = java.util.stream.IntStream.range(0, 20_000)
                        .mapToLong(i -> cpu.wallNanos(15_000_000))
                        .average()
                        .orElseThrow()
                / 1e6;
        assertThat(Calibrating.of(log(221, wallMillis), HERE, Measured.MIX).cloudOverHere())
                .isCloseTo(1.5, within(0.03));
    }

    @Test
    void a_log_of_another_service_is_refused() {
        assertThatThrownBy(() -> Calibrating.of(log(1_769, 5_000), HERE, Measured.MIX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "log.txt reports warm calls of 5000.0 ms on average, and here they take 10.0 ms; that cannot be the"
                                + " same service");
    }

    private static CloudWatchLog log(int memory, double millis) {
        long[] warm = new long[50];
        Arrays.fill(warm, Math.round(millis * 1e6));
        return new CloudWatchLog("log.txt", memory, warm, new long[0]);
    }
}
