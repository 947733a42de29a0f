package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestStream;
import java.util.random.RandomGenerator;

/** As the user gave them, whatever is asked for. */
final class GivenCallTimes implements CallTimes {

    private final LambdaCpu cpu;
    private final Distribution warm;
    private final Distribution cold;
    private final Distribution wait;
    private final boolean waits;
    private final FunctionStart start;
    private final long responseBytes;
    private final RandomGenerator random;
    private final RandomGenerator starts;

    GivenCallTimes(FunctionTimes times, Deployment.Functions deployment, long seed) {
        this.cpu = new LambdaCpu(deployment.cpuShare(), RequestStream.generator(seed, "quota"));
        this.warm = times.warm();
        this.cold = times.cold();
        this.wait = times.waiting();
        this.waits = !times.waiting().equals(FunctionTimes.NO_WAIT);
        this.start = deployment.start();
        this.responseBytes = times.responseBytes();
        this.random = RequestStream.generator(seed, "service");
        this.starts = RequestStream.generator(seed, "starts");
    }

    @Override
    public long warmNanos(RequestStream request, int environment) {
        return cpu.wallNanos((long) warm.sample(random)) + waitNanos();
    }

    @Override
    public long coldNanos(RequestStream request, int environment) {
        return restoreNanos() + (long) cold.sample(random) + waitNanos();
    }

    private long restoreNanos() {
        return switch (start) {
            case FunctionStart.Init init -> 0;
            case FunctionStart.SnapStart snapshot ->
                (long) snapshot.restoreNanos().sample(starts);
        };
    }

    private long waitNanos() {
        return waits ? (long) wait.sample(random) : 0;
    }

    /** Nothing is known of it, and it is billed like the rest. */
    @Override
    public long initNanos() {
        return 0;
    }

    @Override
    public long responseBytes(RequestStream request) {
        return responseBytes;
    }
}
