package dev.breakeven.comparison.verdict;

import java.util.Arrays;

/**
 * Where a mean lies with 95 % confidence, by Student's t over independent runs that differ in their seed alone; a point when
 * there was one run, from which nothing follows.
 */
public record Interval(double low, double high) {

    /** The 97.5th percentile of Student's t for 1, 2, … 30 degrees of freedom; beyond, the normal law's. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.960;

    /** Whether some value may be in both. */
    public boolean overlaps(Interval other) {
        return low <= other.high && other.low <= high;
    }

    static Interval of(double... runs) {
        double mean = Arrays.stream(runs).average().orElseThrow();
        int freedom = runs.length - 1;
        if (freedom == 0) {
            return new Interval(mean, mean);
        }
        double squares = 0;
        for (double run : runs) {
            squares += (run - mean) * (run - mean);
        }
        double t = freedom <= T.length ? T[freedom - 1] : NORMAL;
        double half = t * Math.sqrt(squares / freedom / runs.length);
        return new Interval(mean - half, mean + half);
    }
}
