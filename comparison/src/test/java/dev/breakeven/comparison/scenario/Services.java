package dev.breakeven.comparison.scenario;

import dev.breakeven.comparison.measurement.CpuTimes;
import dev.breakeven.comparison.measurement.FirstCall;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.measurement.Waits;
import dev.breakeven.comparison.measurement.WarmUp;
import dev.breakeven.comparison.simulation.Measured;
import java.time.Duration;
import java.util.List;

/**
 * Services with round numbers, the same wherever the stories are told. A function starts within half a second, and its first
 * call takes as long again; a server's are over before the story begins.
 */
final class Services {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final double[] ALWAYS_THE_SAME = {1};

    private Services() {}

    /** A page takes 1 ms and has 600 bytes; compressing takes 2 ms and 150 ms more for each megabyte, and answers 200 bytes. */
    static Measurements pageAndCompression() {
        return measured(
                route("GET /", new CpuTimes(1e6, 0, ALWAYS_THE_SAME), 600),
                route("POST /compress", new CpuTimes(2e6, 150, ALWAYS_THE_SAME), 200));
    }

    /** Each request takes so much of a processor, and is answered by 200 bytes. */
    static Measurements busyFor(Duration cpu) {
        return measured(route("GET /", new CpuTimes(cpu.toNanos(), 0, ALWAYS_THE_SAME), 200));
    }

    private static RouteMeasurement route(String name, CpuTimes cpu, long responseBytes) {
        FirstCall first = new FirstCall(HALF_A_SECOND, HALF_A_SECOND.plusNanos(Math.round(cpu.nanosFixed())));
        return new RouteMeasurement(
                name, List.of(first), WarmUp.NONE, cpu, Waits.fixed(Duration.ZERO), responseBytes, List.of());
    }

    private static Measurements measured(RouteMeasurement... routes) {
        return Measured.of(routes);
    }
}
