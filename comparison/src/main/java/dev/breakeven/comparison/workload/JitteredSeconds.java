package dev.breakeven.comparison.workload;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The rate of a burst, second by second. Each of an hour's 3,600 seconds has a factor of its own, independent of the second
 * before. The factors are the same for every hour, in another order: evenly spaced quantiles of a Weibull distribution with
 * the mean 1, whose shape is such that the largest is the burst's jitter. The accounts of front-page days tell how high
 * seconds go and not how the others are spread: that they follow Weibull is an assumption.
 */
final class JitteredSeconds implements SteppedRate {

    static final int JITTER_MAX = 100;

    private static final int PER_HOUR = 3_600;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final double EXPONENT_MAX = 10;

    private final Burst burst;
    private final RandomGenerator random;
    private final double[] factors;
    private final long firstSecond;
    private final long endSecond;
    private long hour = -1;
    private double expectedBefore;

    JitteredSeconds(Burst burst, RandomGenerator random) {
        this.burst = burst;
        this.random = random;
        this.factors = factors(burst.jitter());
        this.firstSecond = burst.at().toSeconds();
        this.endSecond = burst.end().toSeconds() + 1;
    }

    static double[] factors(double jitter) {
        double low = 0;
        double high = EXPONENT_MAX;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (quantiles(middle)[PER_HOUR - 1] < jitter) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return quantiles(low);
    }

    /** From the least to the largest, their mean 1. An exponent of 0 makes all alike. */
    private static double[] quantiles(double exponent) {
        double[] quantiles = new double[PER_HOUR];
        Arrays.setAll(quantiles, i -> Math.pow(-Math.log(1 - (i + 0.5) / PER_HOUR), exponent));
        double mean = Arrays.stream(quantiles).average().orElseThrow();
        Arrays.setAll(quantiles, i -> quantiles[i] / mean);
        return quantiles;
    }

    @Override
    public long stepNanos() {
        return NANOS_PER_SECOND;
    }

    @Override
    public double expected(long second) {
        if (second < firstSecond || second >= endSecond) {
            return 0;
        }
        double expectedAfter = burst.expectedUntil(second + 1.0);
        double expected = expectedAfter - expectedBefore;
        expectedBefore = expectedAfter;
        if (second / PER_HOUR != hour) {
            hour = second / PER_HOUR;
            shuffle();
        }
        return expected * factors[(int) (second % PER_HOUR)];
    }

    private void shuffle() {
        for (int i = PER_HOUR - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double factor = factors[i];
            factors[i] = factors[j];
            factors[j] = factor;
        }
    }
}
