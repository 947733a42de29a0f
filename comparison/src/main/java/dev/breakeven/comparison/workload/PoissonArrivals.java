package dev.breakeven.comparison.workload;

import java.util.random.RandomGenerator;

/**
 * Arrivals of a Poisson process whose rate changes in steps: exponential gaps, measured in requests expected rather than in
 * time. Callers do not wait for each other's answers.
 */
final class PoissonArrivals {

    static final long NEVER = Long.MAX_VALUE;

    private final RateSteps rate;
    private final long endNanos;
    private final RandomGenerator random;
    private double nowNanos;
    private long step;

    PoissonArrivals(RateSteps rate, long endNanos, RandomGenerator random) {
        this.rate = rate;
        this.endNanos = endNanos;
        this.random = random;
    }

    /** The time of the next arrival, or {@link #NEVER} when the workload is over. */
    long nextNanos() {
        double due = random.nextExponential();
        while (nowNanos < endNanos) {
            double perNano = rate.perNano(step);
            double stepEnd = (double) (step + 1) * rate.stepNanos();
            double expected = perNano * (stepEnd - nowNanos);
            if (due < expected) {
                nowNanos += due / perNano;
                return nowNanos < endNanos ? (long) nowNanos : NEVER;
            }
            due -= expected;
            nowNanos = stepEnd;
            step++;
        }
        return NEVER;
    }
}
