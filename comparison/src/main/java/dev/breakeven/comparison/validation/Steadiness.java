package dev.breakeven.comparison.validation;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** What a request takes of the CPU now, to see whether the machine and the service are what they were. */
final class Steadiness {

    /** Calls without a rest between them, of which the processor and the clock see enough. */
    private static final int CHUNK = 20;

    /** Long beside what else goes on in a machine for a moment. */
    private static final Duration LOOK = Duration.ofSeconds(4);

    /** The first part of the chunks, which find caches cold. */
    private static final double COLD = 0.2;

    private Steadiness() {}

    /** The median over chunks of calls of the mean CPU nanoseconds of a call. */
    static double cpuNanosMedian(WarmingUp.Calls calls) throws IOException, InterruptedException {
        DoubleStream.Builder means = DoubleStream.builder();
        long until = System.nanoTime() + LOOK.toNanos();
        do {
            means.add(calls.nanos(CHUNK) / CHUNK);
        } while (System.nanoTime() < until);
        return medianOfWarm(means.build().toArray());
    }

    /** The median without the first of them. */
    static double medianOfWarm(double[] all) {
        double[] warm = Arrays.copyOfRange(all, (int) (COLD * all.length), all.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
