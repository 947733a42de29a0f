package dev.breakeven.comparison.simulation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Counts how requests end: each exactly once. */
@SuppressWarnings(
        "EnumOrdinal") // Indexes an array that lives as long as the run; a map would allocate for every failure.
final class Tally {

    private static final long MICROS_MAX = 3_600_000_000L;

    private final Histogram latencyMicros = new Histogram(1, MICROS_MAX, 3);
    private final long clientTimeoutNanos;
    private final long frontTimeoutNanos;
    private final long patienceNanos;
    private final long[] failed = new long[Failure.values().length];

    Tally(long clientTimeoutNanos) {
        this(clientTimeoutNanos, Long.MAX_VALUE);
    }

    Tally(long clientTimeoutNanos, long frontTimeoutNanos) {
        this.clientTimeoutNanos = clientTimeoutNanos;
        this.frontTimeoutNanos = frontTimeoutNanos;
        this.patienceNanos = Math.min(clientTimeoutNanos, frontTimeoutNanos);
    }

    /** An answer after so long; true if somebody still waited for it. */
    boolean answered(long latencyNanos) {
        if (latencyNanos > patienceNanos) {
            failed(outOfPatience());
            return false;
        }
        latencyMicros.recordValue(Math.clamp((latencyNanos + 500) / 1000, 1, MICROS_MAX));
        return true;
    }

    /** A failure after so long, which is the cause only if somebody still waited. */
    void failed(long latencyNanos, Failure cause) {
        failed(latencyNanos > patienceNanos ? outOfPatience() : cause);
    }

    private Failure outOfPatience() {
        return frontTimeoutNanos < clientTimeoutNanos ? Failure.FRONT_TIMEOUT : Failure.CLIENT_TIMEOUT;
    }

    void failed(Failure cause) {
        failed[cause.ordinal()]++;
    }

    long failures() {
        return Arrays.stream(failed).sum();
    }

    /** Percentiles in milliseconds of what was answered since they were last taken; no numbers if nothing was. */
    double[] takeMillis(double... percentiles) {
        double[] millis = new double[percentiles.length];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = latencyMicros.getTotalCount() == 0
                    ? Double.NaN
                    : latencyMicros.getValueAtPercentile(percentiles[i]) / 1_000.0;
        }
        latencyMicros.reset();
        return millis;
    }

    Histogram latencyMicros() {
        return latencyMicros;
    }

    Map<Failure, Long> failed() {
        Map<Failure, Long> counts = new EnumMap<>(Failure.class);
        for (Failure cause : Failure.values()) {
            counts.put(cause, failed[cause.ordinal()]);
        }
        return counts;
    }
}
