package dev.breakeven.comparison.workload;

import java.util.random.RandomGenerator;

/** The arrivals of {@link Paced}. */
final class PacedCursor extends ArrivalCursor {

    private static final double JITTER_NANOS_MAX = 999_999;

    private final double spaceNanos;
    private final double jitterNanos;
    private final long endNanos;
    private final RandomGenerator random;
    private long count;

    PacedCursor(Paced paced, long endNanos, RandomGenerator random) {
        this.spaceNanos = paced.spaceNanos();
        this.jitterNanos = Math.min(JITTER_NANOS_MAX, spaceNanos);
        this.endNanos = endNanos;
        this.random = random;
    }

    @Override
    long nextNanos() {
        double due = count * spaceNanos;
        if (due >= endNanos) {
            return NEVER;
        }
        count++;
        return Math.min((long) (due + jitterNanos * random.nextDouble()), endNanos - 1);
    }

    /** One that is due before and late for it is passed over with the others. */
    @Override
    void skipTo(long nanos) {
        count = (long) Math.ceil(nanos / spaceNanos);
    }
}
