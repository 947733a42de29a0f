package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * As the service was measured: CPU time at the environment's share of a processor, more of it while the environment is young, and
 * waiting. A first request has its init before, or a restored snapshot, which is not slowed down.
 */
final class MeasuredCallTimes implements CallTimes {

    private final MeasuredKinds kinds;
    private final FunctionCpu cpu;
    private final FunctionStart start;
    private final long[] initNanos;
    private final RandomGenerator scaling;
    private final CallCounts calls = new CallCounts();
    private long initNanosNow;

    MeasuredCallTimes(Workload workload, Deployment.Functions deployment, HostMeasurement measured, long seed) {
        this.kinds = Simulation.kinds(workload, measured);
        this.cpu = FunctionCpu.of(deployment, RequestStream.generator(seed, "quota"));
        this.start = deployment.start();
        this.initNanos = measured.starts().stream().mapToLong(Duration::toNanos).toArray();
        this.scaling = RequestStream.generator(seed, "starts");
    }

    @Override
    public long warmNanos(RequestStream request, int environment) {
        double cpuNanos = kinds.cpuNanos(request) * kinds.warmUp(request.kind(), calls.next(environment));
        return atLeastOne(
                cpu.wallNanos((long) cpuNanos, environment, request.arrivalNanos()) + kinds.waitNanos(request));
    }

    @Override
    public long coldNanos(RequestStream request, int environment) {
        calls.next(environment);
        long startNanos = startNanos();
        long cpuNanos = (long) kinds.cpuNanos(request) + kinds.firstCallExtraNanos(request.kind(), scaling);
        long callNanos = cpu.wallNanos(cpuNanos, environment, request.arrivalNanos() + startNanos);
        return startNanos + atLeastOne(callNanos + kinds.waitNanos(request));
    }

    private static long atLeastOne(long nanos) {
        return Math.max(1, nanos);
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
