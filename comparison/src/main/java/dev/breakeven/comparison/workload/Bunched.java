package dev.breakeven.comparison.workload;

import java.time.Duration;

/**
 * The same requests in the same order, more of them at a time: those of each hour come in its first part, one hour divided by
 * {@code times}, and in the rest of it nobody calls. So the rate is that many times as high while anybody calls, the rhythm of hours,
 * days and weeks stays, and so does the number of requests.
 *
 * @param times 1, for no change, and up to 3,600, for all of an hour within a second
 */
record Bunched(Arrivals source, double times) implements Arrivals {

    private static final double TIMES_MAX = 3_600;

    Bunched {
        if (!(times >= 1 && times <= TIMES_MAX)) {
            throw new IllegalArgumentException(
                    "requests are bunched 1 time, which changes nothing, to 3600 times, not " + times + " times.");
        }
    }

    @Override
    public Bunched scaled(double factor) {
        return new Bunched(source.scaled(factor), times);
    }

    /** As many as without, of whole hours. */
    @Override
    public double expectedRequests(Duration duration) {
        return source.expectedRequests(duration);
    }
}
