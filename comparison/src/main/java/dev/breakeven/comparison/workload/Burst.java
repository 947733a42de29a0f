package dev.breakeven.comparison.workload;

import java.time.Duration;

/**
 * A crowd that comes and goes, such as that of a front page: the rate rises in a straight line to its peak, stays there, and
 * then halves with every half-life. Within an hour some seconds are busier than others: they reach {@code jitter} times the
 * mean of the hour, and the hour's total stays what it was (see {@link JitteredSeconds}). Arrivals are a Poisson process of
 * that rate, so where only a few come in a second, chance alone makes the busiest second busier still. The rise, the plateau
 * and the half-life are how twelve published accounts of a front-page day read; a second day's crowd is another burst.
 *
 * @param at when it begins, from the start of the workload
 * @param onset from nothing to the peak
 * @param plateau at the peak
 * @param halfLife of the decay; 0 if it ends at once
 * @param peakPerSecond the rate on the plateau, averaged over an hour
 * @param jitter how many times an hour's mean its busiest second is expected to have: 1, for none, and up
 */
public record Burst(
        Duration at, Duration onset, Duration plateau, Duration halfLife, double peakPerSecond, double jitter)
        implements Arrivals {

    private static final double REQUESTS_MAX = 1e12;

    /** The crowd that is left after as many, one in a billion, is left out. */
    private static final int HALF_LIVES_MAX = 30;

    public Burst {
        if (onset.plus(plateau).plus(halfLife).isZero()) {
            throw new IllegalArgumentException(
                    "a burst takes time: an 'onset', a 'plateau' or a 'half-life' above 0s.");
        }
        if (!(jitter >= 1 && jitter <= JitteredSeconds.JITTER_MAX)) {
            throw new IllegalArgumentException(
                    "'jitter' takes 1, for none, and up to " + JitteredSeconds.JITTER_MAX + ", not " + jitter + ".");
        }
    }

    /**
     * A burst by how many requests it brings.
     *
     * @param within the duration of the workload that the requests fall into: what would come later is not counted
     */
    static Burst of(
            Duration at,
            Duration onset,
            Duration plateau,
            Duration halfLife,
            double jitter,
            double requests,
            Duration within) {
        if (!(requests > 0 && requests <= REQUESTS_MAX)) {
            throw new IllegalArgumentException(
                    "'requests' takes a number above 0 and up to 10^12, not " + requests + ".");
        }
        Burst ofOnePerSecond = new Burst(at, onset, plateau, halfLife, 1, jitter).beginningBefore(within);
        return ofOnePerSecond.scaled(requests / ofOnePerSecond.expectedRequests(within));
    }

    /** Refuses to begin when the workload is over. */
    Burst beginningBefore(Duration end) {
        if (at.compareTo(end) >= 0) {
            throw new IllegalArgumentException("the burst begins after " + hours(at) + ", but the workload ends after "
                    + hours(end) + "; 'at' takes less than that.");
        }
        return this;
    }

    private static String hours(Duration duration) {
        return duration.toMillis() / 3_600_000.0 + "h";
    }

    @Override
    public Burst scaled(double factor) {
        return new Burst(at, onset, plateau, halfLife, factor * peakPerSecond, jitter);
    }

    @Override
    public double expectedRequests(Duration duration) {
        return expectedUntil(seconds(duration));
    }

    /** How many requests come before a time, in seconds from the start of the workload: the area under the curve. */
    double expectedUntil(double seconds) {
        double since = Math.max(0, seconds - seconds(at));
        double rising = Math.min(since, seconds(onset));
        double atPeak = Math.min(Math.max(0, since - seconds(onset)), seconds(plateau));
        double falling = Math.max(0, since - seconds(onset) - seconds(plateau));
        double ofRise = rising == 0 ? 0 : rising * rising / (2 * seconds(onset));
        return peakPerSecond * (ofRise + atPeak + areaOfDecay(falling));
    }

    /** Nothing comes later. */
    Duration end() {
        return at.plus(onset).plus(plateau).plus(halfLife.multipliedBy(HALF_LIVES_MAX));
    }

    private double areaOfDecay(double seconds) {
        if (halfLife.isZero()) {
            return 0;
        }
        double halfLives = Math.min(seconds / seconds(halfLife), HALF_LIVES_MAX);
        return seconds(halfLife) / Math.log(2) * (1 - Math.pow(2, -halfLives));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
