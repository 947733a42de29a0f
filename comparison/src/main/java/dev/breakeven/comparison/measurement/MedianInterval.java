package dev.breakeven.comparison.measurement;

import java.util.Arrays;

/**
 * How well a median is known: by the order statistics that lie 1.96 standard deviations of a binomial count to either side of the
 * middle, whatever the values' distribution.
 */
final class MedianInterval {

    private static final double Z95 = 1.959964;

    private MedianInterval() {}

    /** Half the width of the 95 % interval of the median, in parts of the median; infinite for fewer than six values. */
    static double of(double[] values) {
        if (values.length < 6) {
            return Double.POSITIVE_INFINITY;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double reach = Z95 * Math.sqrt(sorted.length) / 2;
        int low = (int) Math.max(0, Math.floor(sorted.length / 2.0 - reach));
        int high = (int) Math.min(sorted.length - 1, Math.ceil(sorted.length / 2.0 + reach));
        return (sorted[high] - sorted[low]) / 2 / sorted[sorted.length / 2];
    }
}
