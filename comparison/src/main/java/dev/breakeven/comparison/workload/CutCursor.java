package dev.breakeven.comparison.workload;

/** The arrivals of a {@link Cut}, by another clock. */
final class CutCursor extends ArrivalCursor {

    private final ArrivalCursor whole;
    private final long fromNanos;

    /** @param whole which has passed over what arrives before the cut */
    CutCursor(ArrivalCursor whole, long fromNanos) {
        this.whole = whole;
        this.fromNanos = fromNanos;
    }

    @Override
    long nextNanos() {
        long nanos = whole.nextNanos();
        kind = whole.kind;
        return nanos == NEVER ? NEVER : nanos - fromNanos;
    }

    @Override
    void skipTo(long nanos) {
        whole.skipTo(fromNanos + nanos);
    }
}
