package dev.breakeven.comparison.workload;

import java.util.random.RandomGenerator;

/**
 * Arrivals of a Poisson process whose rate changes in steps: exponential gaps, measured in requests expected rather than in
 * time. Within a step a gap is one multiplication.
 */
final class PoissonCursor extends ArrivalCursor {

    private final SteppedRate rate;
    private final long endNanos;
    private final RandomGenerator random;

    private double nowNanos;
    private long step;
    private double stepEndNanos;
    private double meanGapNanos;

    PoissonCursor(SteppedRate rate, long endNanos, RandomGenerator random) {
        this.rate = rate;
        this.endNanos = endNanos;
        this.random = random;
        enter(0);
    }

    private void enter(long next) {
        step = next;
        stepEndNanos = Math.min((double) (next + 1) * rate.stepNanos(), (double) endNanos);
        meanGapNanos = rate.stepNanos() / rate.expected(next);
    }

    @Override
    long nextNanos() {
        double due = random.nextExponential();
        double nanos = nowNanos + due * meanGapNanos;
        if (nanos < stepEndNanos) {
            nowNanos = nanos;
            return (long) nanos;
        }
        return inLaterStep(due);
    }

    /** The process has no memory: it goes on from there as it would have from anywhere. */
    @Override
    void skipTo(long nanos) {
        while (stepEndNanos <= nanos && stepEndNanos < endNanos) {
            enter(step + 1);
        }
        nowNanos = nanos;
    }

    private long inLaterStep(double requestsDue) {
        double due = requestsDue;
        while (stepEndNanos < endNanos) {
            due = Math.max(0, due - (stepEndNanos - nowNanos) / meanGapNanos);
            nowNanos = stepEndNanos;
            enter(step + 1);
            double nanos = nowNanos + due * meanGapNanos;
            if (nanos < stepEndNanos) {
                nowNanos = nanos;
                return (long) nanos;
            }
        }
        nowNanos = endNanos;
        return NEVER;
    }
}
