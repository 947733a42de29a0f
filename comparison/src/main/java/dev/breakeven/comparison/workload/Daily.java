package dev.breakeven.comparison.workload;

import java.util.Locale;

/**
 * The rhythm of days and weeks, in steps of five minutes. A day rises to its peak and falls again like a von Mises
 * distribution around the middle of the peak hour: the bell curve of a clock's face, as narrow as the peak is high. Saturday
 * and Sunday have the same shape, times the weekend's factor. A workload begins on a Monday at midnight.
 */
final class Daily {

    private static final long STEP_NANOS = 300_000_000_000L;
    private static final int STEPS_PER_HOUR = 12;
    private static final int STEPS_PER_DAY = 24 * STEPS_PER_HOUR;
    private static final int WEEKDAYS = 5;
    private static final int DAYS = 7;
    private static final double SECONDS_PER_STEP = 300;

    /** All of a day in one hour. */
    private static final double DAY_PEAK_TO_MEAN_MAX = 24;

    private static final double CONCENTRATION_MAX = 1_000;

    private Daily() {}

    /**
     * The rate of a week, over again.
     *
     * @param meanPerSecond over the whole week
     * @param peakToMean what the busiest five minutes of the week have, in times of that mean
     * @param peakHour the hour of the day, from 0 to below 24, in whose middle the peak is
     * @param weekend what Saturday and Sunday have, in times of a weekday
     */
    static RateSteps rhythm(double meanPerSecond, double peakToMean, double peakHour, double weekend) {
        check("peak-hour", peakHour, 0, 23.99);
        check("weekend", weekend, 0, 100);
        double weekday = DAYS / (WEEKDAYS + (DAYS - WEEKDAYS) * weekend);
        double busiestDay = weekday * Math.max(1, weekend);
        if (!(peakToMean >= busiestDay * (1 - 1e-9) && peakToMean <= busiestDay * DAY_PEAK_TO_MEAN_MAX)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "'peak-to-mean' takes %.4g, what the busiest day as a whole has, to %.4g, not %s.",
                    busiestDay,
                    busiestDay * DAY_PEAK_TO_MEAN_MAX,
                    peakToMean));
        }
        double[] day = shape(Math.max(1, peakToMean / busiestDay), (peakHour + 0.5) * STEPS_PER_HOUR);
        double[] expected = new double[DAYS * STEPS_PER_DAY];
        for (int i = 0; i < expected.length; i++) {
            double factor = weekday * (i / STEPS_PER_DAY < WEEKDAYS ? 1 : weekend);
            expected[i] = meanPerSecond * SECONDS_PER_STEP * factor * day[i % STEPS_PER_DAY];
        }
        return new RateSteps(STEP_NANOS, expected);
    }

    private static void check(String key, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("'" + key + "' takes " + min + " to " + max + ", not " + value + ".");
        }
    }

    /** A day with the mean 1 and the peak given. */
    private static double[] shape(double peak, double peakStep) {
        double low = 0;
        double high = CONCENTRATION_MAX;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (highest(vonMises(middle, peakStep)) < peak) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return vonMises(low, peakStep);
    }

    private static double highest(double[] day) {
        double highest = 0;
        for (double step : day) {
            highest = Math.max(highest, step);
        }
        return highest;
    }

    private static double[] vonMises(double concentration, double peakStep) {
        double[] day = new double[STEPS_PER_DAY];
        double sum = 0;
        for (int i = 0; i < day.length; i++) {
            double angle = 2 * Math.PI * (i + 0.5 - peakStep) / STEPS_PER_DAY;
            day[i] = Math.exp(concentration * (Math.cos(angle) - 1));
            sum += day[i];
        }
        for (int i = 0; i < day.length; i++) {
            day[i] *= STEPS_PER_DAY / sum;
        }
        return day;
    }
}
