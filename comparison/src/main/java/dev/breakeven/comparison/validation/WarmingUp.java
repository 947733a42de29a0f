package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.measurement.WarmUp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Calls processes, all of them equally often, until a call takes no less than those before it did. */
final class WarmingUp {

    /** Calls of a process that are taken together, from the 256th on; before that, as many as were called already. */
    private static final int CHUNK = 256;

    /** The last so many chunks are compared with as many before them. */
    private static final int COMPARED = 3;

    private static final double SAME = 0.05;

    /** Calls of a process at the least, however long they take. */
    private static final int LEAST = 2 * CHUNK;

    /** So many times what later ones take: a process whose 32nd to 63rd call are like this compiles along the way. */
    private static final double YOUNG = 1.2;

    private static final int YOUNG_CALL = 32;

    private final int processes;
    private final Calls calls;
    private final double[] sums = new double[WarmUp.STEPS_MAX];
    private final int[] counts = new int[WarmUp.STEPS_MAX];
    private final List<Double> chunks = new ArrayList<>();

    private WarmingUp(int processes, Calls calls) {
        this.processes = processes;
        this.calls = calls;
    }

    /** Calls so many times, and says what all of them took. */
    @FunctionalInterface
    interface Calls {
        double nanos(int count) throws IOException, InterruptedException;
    }

    /**
     * What was seen.
     *
     * @param firstNanos of the first call of a process, on average
     * @param nanos of a warm one
     */
    record Warm(double firstNanos, WarmUp warmUp, double nanos) {

        /** Whether the process compiles along the way, and is not done with what runs but once in each call. */
        boolean compiles() {
            return warmUp.ratio(YOUNG_CALL) > YOUNG;
        }

        /** The same against warm calls that take less. */
        Warm until(double warmNanos) {
            return new Warm(firstNanos, warmUp.over(warmNanos / nanos), warmNanos);
        }
    }

    /** Young ones, so many, which take calls in turn. */
    static Warm up(int processes, Duration limit, Calls calls) throws IOException, InterruptedException {
        WarmingUp young = new WarmingUp(processes, calls);
        double first = young.mean(1);
        young.from(2, limit);
        double nanos = young.recent(0);
        int steps = (int) IntStream.of(young.counts).filter(count -> count > 0).count();
        double[] ratios = new double[steps];
        Arrays.setAll(ratios, step -> young.sums[step] / young.counts[step] / nanos);
        return new Warm(first, new WarmUp(ratios), nanos);
    }

    /** Ones that have been called already: the nanoseconds of a call in the end. */
    static double further(int processes, Duration limit, Calls calls) throws IOException, InterruptedException {
        WarmingUp old = new WarmingUp(processes, calls);
        old.from(CHUNK, limit);
        return old.recent(0);
    }

    private void from(int call, Duration limit) throws IOException, InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        int next = call;
        while (next < LEAST || (!isSettled() && System.nanoTime() < until)) {
            int size = Math.min(next, CHUNK);
            double mean = mean(size);
            int step = WarmUp.step(next);
            sums[step] += size * mean;
            counts[step] += size;
            if (size == CHUNK) {
                chunks.add(mean);
            }
            next += size;
        }
    }

    private double mean(int perProcess) throws IOException, InterruptedException {
        int count = perProcess * processes;
        return calls.nanos(count) / count;
    }

    private boolean isSettled() {
        return chunks.size() >= 2 * COMPARED && Math.abs(recent(0) / recent(COMPARED) - 1) < SAME;
    }

    /** The mean of some chunks that came before the last so many. */
    private double recent(int before) {
        int end = chunks.size() - before;
        return chunks.subList(Math.max(0, end - COMPARED), end).stream()
                .mapToDouble(mean -> mean)
                .average()
                .orElseThrow();
    }
}
