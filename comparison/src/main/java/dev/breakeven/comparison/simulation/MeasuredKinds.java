package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.measurement.CpuTimes;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.workload.RequestStream;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The measured routes laid out for the loop: by the number of the kind of request, in nanoseconds and bytes. */
final class MeasuredKinds implements ServerWork {

    private final CpuTimes[] cpu;
    private final long[] waitNanos;
    private final long[][] firstCallExtraNanos;
    private final long[] responseBytes;

    MeasuredKinds(List<RouteMeasurement> routes) {
        cpu = routes.stream().map(RouteMeasurement::cpu).toArray(CpuTimes[]::new);
        waitNanos =
                routes.stream().mapToLong(route -> route.waiting().toNanos()).toArray();
        firstCallExtraNanos = routes.stream()
                .map(route -> route.firstCallExtra().stream()
                        .mapToLong(Duration::toNanos)
                        .toArray())
                .toArray(long[][]::new);
        responseBytes =
                routes.stream().mapToLong(RouteMeasurement::responseBytes).toArray();
    }

    @Override
    public double cpuNanos(RequestStream request) {
        return cpu[request.kind()].nanos(request.payloadBytes(), request.draw());
    }

    @Override
    public long waitNanos(RequestStream request) {
        return waitNanos[request.kind()];
    }

    /** One of the first calls that were seen, at random: what it took beyond a warm call. */
    long firstCallExtraNanos(RequestStream request, RandomGenerator random) {
        long[] seen = firstCallExtraNanos[request.kind()];
        return seen[random.nextInt(seen.length)];
    }

    @Override
    public long responseBytes(RequestStream request) {
        return responseBytes[request.kind()];
    }
}
