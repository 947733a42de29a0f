package dev.breakeven.comparison.measurement;

import java.util.List;

/**
 * How one route behaved on one host.
 *
 * @param firstCalls one of each start, of the payload in the middle
 * @param waits of warm calls that have the host to themselves; billed on a function, overlapped on a server
 * @param responseBytes head and body of an answer, typically
 * @param payloads what was seen of each payload size, in rising order
 */
public record RouteMeasurement(
        String route,
        List<FirstCall> firstCalls,
        WarmUp warmUp,
        CpuTimes cpu,
        Waits waits,
        long responseBytes,
        List<PayloadMeasurement> payloads) {

    public RouteMeasurement {
        firstCalls = List.copyOf(firstCalls);
        payloads = List.copyOf(payloads);
    }

    /** The payload with which first calls are measured. */
    public long typicalBytes() {
        return payloads.isEmpty() ? 0 : payloads.get((payloads.size() - 1) / 2).payloadBytes();
    }

    /** CPU nanoseconds of each first call beyond those of a warm one of the same payload. */
    public long[] firstCallExtraNanos() {
        double warm = cpu.nanos((double) typicalBytes(), 0.5);
        return firstCalls.stream()
                .mapToLong(first -> Math.max(0, Math.round(first.cpu().toNanos() - warm)))
                .toArray();
    }

    public int warmCalls() {
        return payloads.stream().mapToInt(PayloadMeasurement::calls).sum();
    }

    /** The same, with other waits. */
    public RouteMeasurement withWaits(Waits other) {
        return new RouteMeasurement(route, firstCalls, warmUp, cpu, other, responseBytes, payloads);
    }

    /** The same, warming up in another way. */
    public RouteMeasurement withWarmUp(WarmUp other) {
        return new RouteMeasurement(route, firstCalls, other, cpu, waits, responseBytes, payloads);
    }

    /** The same, with other CPU times of warm calls; what a first call takes beyond one stays. */
    public RouteMeasurement withCpu(CpuTimes other) {
        double more = other.nanos((double) typicalBytes(), 0.5) - cpu.nanos((double) typicalBytes(), 0.5);
        List<FirstCall> shifted = firstCalls.stream()
                .map(first -> new FirstCall(first.wall(), first.cpu().plusNanos(Math.round(more))))
                .toList();
        return new RouteMeasurement(route, shifted, warmUp, other, waits, responseBytes, payloads);
    }

    /** The same on a processor that takes so many times as long. */
    RouteMeasurement slower(double factor) {
        List<FirstCall> slower = firstCalls.stream()
                .map(first -> new FirstCall(first.wall(), HostMeasurement.times(factor, first.cpu())))
                .toList();
        return new RouteMeasurement(route, slower, warmUp, cpu.times(factor), waits, responseBytes, payloads);
    }
}
