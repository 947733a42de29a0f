package dev.breakeven.comparison.workload;

/** Arrivals of another cursor, each moved towards the beginning of its hour. None comes later, so the end is kept. */
final class BunchedCursor extends ArrivalCursor {

    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

    private final ArrivalCursor source;
    private final double times;

    BunchedCursor(ArrivalCursor source, double times) {
        this.source = source;
        this.times = times;
    }

    @Override
    long nextNanos() {
        long nanos = source.nextNanos();
        kind = source.kind;
        if (nanos == NEVER) {
            return NEVER;
        }
        long sinceHour = nanos % NANOS_PER_HOUR;
        return nanos - sinceHour + (long) (sinceHour / times);
    }

    /** What is moved to a time was as far into its hour, times over; what is moved to the rest of an hour is nothing. */
    @Override
    void skipTo(long nanos) {
        long sinceHour = nanos % NANOS_PER_HOUR;
        source.skipTo(nanos - sinceHour + (long) Math.min(NANOS_PER_HOUR, Math.ceil(sinceHour * times)));
    }
}
