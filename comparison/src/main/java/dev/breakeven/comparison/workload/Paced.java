package dev.breakeven.comparison.workload;

import java.time.Duration;

/**
 * Evenly spaced arrivals, the first at the start, as of a timer or a load generator. Each is late by up to a millisecond, at
 * random, or by up to the space where that is less, so that none overtakes another.
 */
public record Paced(double perSecond) implements Arrivals {

    private static final double NANOS_PER_SECOND = 1e9;

    public Paced {
        if (!(perSecond > 0 && perSecond <= NANOS_PER_SECOND)) {
            throw new IllegalArgumentException(
                    "requests are paced at a rate above 0/s and up to 1000000000/s, not " + perSecond + "/s.");
        }
    }

    double spaceNanos() {
        return NANOS_PER_SECOND / perSecond;
    }

    @Override
    public Paced scaled(double factor) {
        return new Paced(factor * perSecond);
    }

    @Override
    public double expectedRequests(Duration duration) {
        return Math.ceil(duration.toNanos() / spaceNanos());
    }
}
