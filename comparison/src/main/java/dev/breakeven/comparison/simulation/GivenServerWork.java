package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestStream;
import java.util.random.RandomGenerator;

/** As the user gave it, whatever is asked for. */
final class GivenServerWork implements ServerWork {

    private final Distribution cpu;
    private final Distribution waiting;
    private final long responseBytes;
    private final RandomGenerator random;

    GivenServerWork(ServerTimes times, long responseBytes, long seed) {
        this.cpu = times.cpu();
        this.waiting = times.waiting();
        this.responseBytes = responseBytes;
        this.random = RequestStream.generator(seed, "service");
    }

    @Override
    public double cpuNanos(RequestStream request) {
        return cpu.sample(random);
    }

    @Override
    public long waitNanos(RequestStream request) {
        return (long) waiting.sample(random);
    }

    @Override
    public long responseBytes(RequestStream request) {
        return responseBytes;
    }
}
