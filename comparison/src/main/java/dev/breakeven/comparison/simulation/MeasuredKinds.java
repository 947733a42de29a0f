package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.measurement.CpuTimes;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.measurement.Waits;
import dev.breakeven.comparison.measurement.WarmUp;
import dev.breakeven.comparison.workload.RequestStream;
import java.util.List;
import java.util.random.RandomGenerator;

/** The measured routes laid out for the loop: by the number of the kind of request, in nanoseconds and bytes. */
final class MeasuredKinds implements ServerWork {

    private final CpuTimes[] cpu;
    private final WarmUp[] warmUp;
    private final Waits[] waits;
    private final long[][] firstCallExtraNanos;
    private final long[] responseBytes;

    MeasuredKinds(List<RouteMeasurement> routes) {
        cpu = routes.stream().map(RouteMeasurement::cpu).toArray(CpuTimes[]::new);
        warmUp = routes.stream().map(RouteMeasurement::warmUp).toArray(WarmUp[]::new);
        waits = routes.stream().map(RouteMeasurement::waits).toArray(Waits[]::new);
        firstCallExtraNanos =
                routes.stream().map(RouteMeasurement::firstCallExtraNanos).toArray(long[][]::new);
        responseBytes =
                routes.stream().mapToLong(RouteMeasurement::responseBytes).toArray();
    }

    @Override
    public double cpuNanos(RequestStream request) {
        return cpu[request.kind()].nanos(request.payloadBytes(), request.draw());
    }

    @Override
    public double warmUp(int kind, int call) {
        return warmUp[kind].ratio(call);
    }

    @Override
    public long waitNanos(RequestStream request) {
        return waits[request.kind()].nanos(request.draw());
    }

    /** One of the first calls that were seen, at random: the CPU time that it took beyond a warm call. */
    @Override
    public long firstCallExtraNanos(int kind, RandomGenerator random) {
        long[] seen = firstCallExtraNanos[kind];
        return seen[random.nextInt(seen.length)];
    }

    @Override
    public long responseBytes(RequestStream request) {
        return responseBytes[request.kind()];
    }
}
