package dev.breakeven.comparison.workload;

/** Passes over what arrives before the cut. */
final class CutCursor extends ArrivalCursor {

    private final ArrivalCursor whole;
    private final long fromNanos;

    CutCursor(ArrivalCursor whole, long fromNanos) {
        this.whole = whole;
        this.fromNanos = fromNanos;
    }

    @Override
    long nextNanos() {
        long nanos = whole.nextNanos();
        while (nanos < fromNanos) {
            nanos = whole.nextNanos();
        }
        kind = whole.kind;
        return nanos == NEVER ? NEVER : nanos - fromNanos;
    }
}
