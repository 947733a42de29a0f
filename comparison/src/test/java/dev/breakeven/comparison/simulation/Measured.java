package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.measurement.Calibration;
import dev.breakeven.comparison.measurement.CpuTimes;
import dev.breakeven.comparison.measurement.FirstCall;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Machine;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.measurement.Waits;
import dev.breakeven.comparison.measurement.WarmUp;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.RequestStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Measurements with numbers of a test's own choosing, for one route: {@code GET /}. */
public final class Measured {

    public static final RequestMix MIX =
            new RequestMix(List.of(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(0))));

    private static final int RATIOS = 100_000;

    private Measured() {}

    /** Every request takes the same time on either host; a first one a second more, half of it init. */
    public static Measurements fixed(Duration cpu) {
        return of(new CpuTimes(cpu.toNanos(), 0, new double[] {1}));
    }

    /** Requests take times of a distribution with mean 1, multiplied. */
    static Measurements random(Duration mean, Distribution ofMeanOne) {
        RandomGenerator random = RequestStream.generator(99, "ratios");
        double[] ratios = new double[RATIOS];
        Arrays.setAll(ratios, i -> ofMeanOne.sample(random));
        double average = Arrays.stream(ratios).average().orElseThrow();
        // Exactly the mean that was asked for, so that no error of this sample adds to that of the simulation.
        Arrays.setAll(ratios, i -> ratios[i] / average);
        Arrays.sort(ratios);
        return of(new CpuTimes(mean.toNanos(), 0, ratios));
    }

    private static Measurements of(CpuTimes cpu) {
        Duration half = Duration.ofMillis(500);
        FirstCall first = new FirstCall(half, half.plusNanos(Math.round(cpu.nanos(0, 0.5))));
        RouteMeasurement route = new RouteMeasurement(
                "GET /", List.of(first), WarmUp.NONE, cpu, Waits.fixed(Duration.ZERO), 100, List.of());
        return of(route);
    }

    /** The same on either host, which starts within half a second. */
    public static Measurements of(RouteMeasurement... routes) {
        HostMeasurement host = new HostMeasurement(
                HostMeasurement.UNLIMITED, List.of(Duration.ofMillis(500)), List.of(routes), 100 << 20, List.of());
        return new Measurements(
                Instant.EPOCH,
                new Machine("Linux", "amd64", 2, "25", 0, 0),
                true,
                "a test's",
                "",
                Calibration.NONE,
                List.of(host),
                List.of(host));
    }
}
