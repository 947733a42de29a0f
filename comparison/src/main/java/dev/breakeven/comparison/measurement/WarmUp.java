package dev.breakeven.comparison.measurement;

import java.util.Arrays;
import java.util.List;

/**
 * How much more CPU time the calls of a young process take than those of an old one, by how many came before: a JVM interprets
 * first and compiles along the way. A step function over powers of two; calls beyond the last step are warm.
 *
 * @param ratios of the mean of calls 2 and 3, 4 to 7, 8 to 15 and so on, to the mean of warm ones
 */
@SuppressWarnings("ArrayRecordComponent") // Read in the simulator's loop, never handed out.
public record WarmUp(double[] ratios) {

    /** A process that is as fast in the beginning as later. */
    public static final WarmUp NONE = new WarmUp(new double[0]);

    /** As many calls as make any process warm. */
    public static final int WARM = Integer.MAX_VALUE;

    /** More steps than a process takes to be warm. */
    public static final int STEPS_MAX = 20;

    /**
     * A call of a process.
     *
     * @param number 1 for the first
     */
    public record Call(int number, double nanos) {}

    /** Means of all calls of a step, over the warm mean; a step of which nothing was seen is taken to be warm. */
    public static WarmUp of(List<Call> calls, double warmNanos) {
        int steps =
                calls.stream().mapToInt(call -> step(call.number()) + 1).max().orElse(0);
        double[] sums = new double[steps];
        int[] counts = new int[steps];
        for (Call call : calls) {
            sums[step(call.number())] += call.nanos();
            counts[step(call.number())]++;
        }
        double[] ratios = new double[steps];
        for (int step = 0; step < steps; step++) {
            ratios[step] = counts[step] == 0 ? 1 : sums[step] / counts[step] / warmNanos;
        }
        return new WarmUp(ratios);
    }

    /** The first steps of this one and the rest of another. */
    public WarmUp before(int steps, WarmUp later) {
        double[] both = later.ratios.clone();
        System.arraycopy(ratios, 0, both, 0, Math.min(steps, Math.min(ratios.length, both.length)));
        return new WarmUp(both);
    }

    /** Which step a call belongs to: 0 for the second and third of a process. */
    public static int step(int call) {
        return 30 - Integer.numberOfLeadingZeros(call);
    }

    /**
     * The ratio for one call.
     *
     * @param call 1 for the first of the process, which is measured apart
     */
    public double ratio(int call) {
        int step = step(call);
        return step < 0 || step >= ratios.length ? 1 : ratios[step];
    }

    /** The same young calls against warm ones that take so many times as long; none of them is faster than those. */
    public WarmUp over(double factor) {
        return new WarmUp(
                Arrays.stream(ratios).map(ratio -> Math.max(1, ratio / factor)).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WarmUp warmUp && Arrays.equals(ratios, warmUp.ratios);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ratios);
    }
}
