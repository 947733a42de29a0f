package dev.breakeven.comparison.measurement;

import java.util.Arrays;

/** What is told of many values. */
public record Quantiles(double p5, double p50, double p90, double p99, double max) {

    /**
     * Those of values in any order.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Quantiles of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(
                at(sorted, 0.05), at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    /** In another unit. */
    Quantiles times(double factor) {
        return new Quantiles(factor * p5, factor * p50, factor * p90, factor * p99, factor * max);
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
