package dev.breakeven.comparison.simulation;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Counts how requests end: each exactly once. */
final class Tally {

    private static final long MICROS_MAX = 3_600_000_000L;

    private final Histogram latencyMicros = new Histogram(1, MICROS_MAX, 3);
    private final long clientTimeoutNanos;
    private long throttled;
    private long timedOut;

    Tally(long clientTimeoutNanos) {
        this.clientTimeoutNanos = clientTimeoutNanos;
    }

    void answered(long latencyNanos) {
        if (latencyNanos > clientTimeoutNanos) {
            timedOut++;
        } else {
            latencyMicros.recordValue(Math.clamp((latencyNanos + 500) / 1000, 1, MICROS_MAX));
        }
    }

    void throttled() {
        throttled++;
    }

    void timedOut() {
        timedOut++;
    }

    Histogram latencyMicros() {
        return latencyMicros;
    }

    Map<Failure, Long> failed() {
        Map<Failure, Long> failed = new EnumMap<>(Failure.class);
        failed.put(Failure.THROTTLED, throttled);
        failed.put(Failure.TIMEOUT, timedOut);
        return failed;
    }
}
