package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.quantity.Distribution;
import java.time.Duration;

/**
 * Latencies of a rehearsal beside what the model expects of servers that are called directly and have the machine for themselves.
 * What chance makes of one rehearsal is not taken for a difference: of each quantile, only what exceeds twice its standard error.
 */
final class Rehearsed {

    private static final int QUANTILES = 20;
    private static final double ERRORS = 2;
    private static final double NANOS_PER_MILLI = 1e6;

    private Rehearsed() {}

    /** How much longer the median is expected to be than it was; zero if it was longer. */
    static Duration beyond(long[] sortedMicros, Predicted expected) {
        return Duration.ofNanos(Math.round(Math.max(0, -addedNanos(0.5, sortedMicros, expected))));
    }

    /** What the balancer, the caller and those who share the machine with the servers add, quantile by quantile. */
    static Distribution added(long[] sortedMicros, Predicted expected) {
        double median = addedNanos(0.5, sortedMicros, expected);
        double[] nanos = new double[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            double share = (i + 0.5) / QUANTILES;
            double further = addedNanos(share, sortedMicros, expected) - median;
            double chance = ERRORS * NANOS_PER_MILLI * expected.standardError(each -> each.latencyMillis(100 * share));
            double beyondChance = Math.signum(further) * Math.max(0, Math.abs(further) - chance);
            nanos[i] = Math.max(0, median + beyondChance);
        }
        return new Distribution.Seen(nanos);
    }

    private static double addedNanos(double share, long[] sortedMicros, Predicted expected) {
        double seen = 1_000.0 * sortedMicros[(int) (share * sortedMicros.length)];
        return seen - NANOS_PER_MILLI * expected.mean(each -> each.latencyMillis(100 * share));
    }
}
