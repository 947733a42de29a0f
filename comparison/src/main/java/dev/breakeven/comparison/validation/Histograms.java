package dev.breakeven.comparison.validation;

import org.HdrHistogram.Histogram;

/** Latencies as the simulator counts them. */
final class Histograms {

    private static final long MICROS_MAX = 3_600_000_000L;

    private Histograms() {}

    static Histogram ofMicros(long[] latencies) {
        Histogram histogram = new Histogram(1, MICROS_MAX, 3);
        for (long micros : latencies) {
            histogram.recordValue(Math.clamp(micros, 1, MICROS_MAX));
        }
        return histogram;
    }
}
