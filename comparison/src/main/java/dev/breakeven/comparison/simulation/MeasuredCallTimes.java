package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** As the service was measured: CPU time at the environment's share of a processor, waiting, and for a first request init. */
final class MeasuredCallTimes implements CallTimes {

    private final MeasuredKinds kinds;
    private final double cpuShare;
    private final long[] initNanos;
    private final RandomGenerator scaling;
    private long initNanosNow;

    MeasuredCallTimes(Workload workload, Deployment.Functions deployment, HostMeasurement measured, long seed) {
        this.kinds = Simulation.kinds(workload, measured);
        this.cpuShare = deployment.cpuShare();
        this.initNanos = measured.starts().stream().mapToLong(Duration::toNanos).toArray();
        this.scaling = RequestStream.generator(seed, "starts");
    }

    @Override
    public long warmNanos(RequestStream request) {
        return (long) (kinds.cpuNanos(request) / cpuShare) + kinds.waitNanos(request);
    }

    @Override
    public long coldNanos(RequestStream request) {
        initNanosNow = initNanos[scaling.nextInt(initNanos.length)];
        return initNanosNow + warmNanos(request) + kinds.firstCallExtraNanos(request, scaling);
    }

    @Override
    public long initNanos() {
        return initNanosNow;
    }

    @Override
    public long responseBytes(RequestStream request) {
        return kinds.responseBytes(request);
    }
}
