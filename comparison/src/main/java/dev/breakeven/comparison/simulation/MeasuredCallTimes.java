package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * As the service was measured: CPU time at the environment's share of a processor, and waiting. A first request has its init
 * before, or a restored snapshot, which is not slowed down, and what its call took beyond a warm one is taken for CPU time.
 */
final class MeasuredCallTimes implements CallTimes {

    private final MeasuredKinds kinds;
    private final LambdaCpu cpu;
    private final FunctionStart start;
    private final long[] initNanos;
    private final RandomGenerator scaling;
    private long initNanosNow;

    MeasuredCallTimes(Workload workload, Deployment.Functions deployment, HostMeasurement measured, long seed) {
        this.kinds = Simulation.kinds(workload, measured);
        this.cpu = new LambdaCpu(deployment.cpuShare(), RequestStream.generator(seed, "quota"));
        this.start = deployment.start();
        this.initNanos = measured.starts().stream().mapToLong(Duration::toNanos).toArray();
        this.scaling = RequestStream.generator(seed, "starts");
    }

    @Override
    public long warmNanos(RequestStream request) {
        return cpu.wallNanos((long) kinds.cpuNanos(request)) + kinds.waitNanos(request);
    }

    @Override
    public long coldNanos(RequestStream request) {
        long startNanos = startNanos();
        long cpuNanos = (long) kinds.cpuNanos(request) + kinds.firstCallExtraNanos(request, scaling);
        return startNanos + cpu.wallNanos(cpuNanos) + kinds.waitNanos(request);
    }

    private long startNanos() {
        return switch (start) {
            case FunctionStart.Init init -> {
                initNanosNow = initNanos[scaling.nextInt(initNanos.length)];
                yield initNanosNow;
            }
            case FunctionStart.SnapStart snapshot ->
                (long) snapshot.restoreNanos().sample(scaling);
        };
    }

    /** Of a snapshot nothing is left out of the bill. */
    @Override
    public long initNanos() {
        return initNanosNow;
    }

    @Override
    public long responseBytes(RequestStream request) {
        return kinds.responseBytes(request);
    }
}
