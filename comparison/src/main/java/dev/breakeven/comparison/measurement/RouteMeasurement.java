package dev.breakeven.comparison.measurement;

import java.time.Duration;
import java.util.List;

/**
 * How one route behaved on one host.
 *
 * @param firstCalls wall time of the first call after a start
 * @param waiting wall time less CPU time of a warm call that has the host to itself; billed on a function, overlapped on a server
 * @param firstCallExtra what the first call took beyond a warm one of the same payload, per start
 * @param responseBytes head and body of an answer, typically
 */
public record RouteMeasurement(
        String route,
        List<Duration> firstCalls,
        List<Duration> firstCallExtra,
        CpuTimes cpu,
        Duration waiting,
        long responseBytes,
        int warmCalls) {

    public RouteMeasurement {
        firstCalls = List.copyOf(firstCalls);
        firstCallExtra = List.copyOf(firstCallExtra);
    }

    /** The same, with another wait. */
    public RouteMeasurement withWaiting(Duration other) {
        return new RouteMeasurement(route, firstCalls, firstCallExtra, cpu, other, responseBytes, warmCalls);
    }

    /** The same, with other CPU times. */
    public RouteMeasurement withCpu(CpuTimes other) {
        return new RouteMeasurement(route, firstCalls, firstCallExtra, other, waiting, responseBytes, warmCalls);
    }
}
