package dev.breakeven.comparison.simulation;

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
    private final long responseBytes;
    private final RandomGenerator random;

    GivenCallTimes(FunctionTimes times, double cpuShare, long seed) {
        this.cpu = new LambdaCpu(cpuShare, RequestStream.generator(seed, "quota"));
        this.warm = times.warm();
        this.cold = times.cold();
        this.wait = times.waiting();
        this.waits = !times.waiting().equals(FunctionTimes.NO_WAIT);
        this.responseBytes = times.responseBytes();
        this.random = RequestStream.generator(seed, "service");
    }

    @Override
    public long warmNanos(RequestStream request) {
        return cpu.wallNanos((long) warm.sample(random)) + waitNanos();
    }

    @Override
    public long coldNanos(RequestStream request) {
        return (long) cold.sample(random) + waitNanos();
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
