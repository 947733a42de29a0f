package dev.breakeven.comparison.workload;

import java.util.random.RandomGenerator;

/** Goes from one arrival of a source to the next, and allocates nothing on the way. */
abstract class ArrivalCursor {

    static final long NEVER = Long.MAX_VALUE;

    /** The mix decides which kind of request it is. */
    static final int OF_THE_MIX = -1;

    /** Which of the mix's kinds the arrival last given is. A field, since the loop reads it for every request. */
    int kind = OF_THE_MIX;

    /** The time of the next arrival, never before the last, or {@link #NEVER} when there is none before the end. */
    abstract long nextNanos();

    /** Passes over what arrives before a time, and over time rather than arrivals; asked for before the first arrival. */
    abstract void skipTo(long nanos);

    static ArrivalCursor of(Arrivals arrivals, long endNanos, RandomGenerator random) {
        return switch (arrivals) {
            case RateSteps rate -> new PoissonCursor(rate, endNanos, random);
            case Burst burst -> new PoissonCursor(new JitteredSeconds(burst, random), endNanos, random);
            case Recorded recorded -> new RecordedCursor(recorded, endNanos, random);
            case Paced paced -> new PacedCursor(paced, endNanos, random);
            case Bunched bunched -> new BunchedCursor(of(bunched.source(), endNanos, random), bunched.times());
            case Cut cut -> {
                long fromNanos = cut.from().toNanos();
                ArrivalCursor whole = of(cut.whole(), fromNanos + endNanos, random);
                whole.skipTo(fromNanos);
                yield new CutCursor(whole, fromNanos);
            }
        };
    }
}
