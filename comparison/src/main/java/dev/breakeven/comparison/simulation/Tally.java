package dev.breakeven.comparison.simulation;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** Counts how requests end: each exactly once. */
final class Tally {

    private static final long MICROS_MAX = 3_600_000_000L;

    private final Histogram latencyMicros = new Histogram(1, MICROS_MAX, 3);
    private final long timeoutNanos;
    private final Map<Failure, AtomicLong> failed = new EnumMap<>(Failure.class);

    /** @param timeoutNanos how long a caller, or what stands before the service, waits for an answer */
    Tally(long timeoutNanos) {
        this.timeoutNanos = timeoutNanos;
        for (Failure failure : Failure.values()) {
            failed.put(failure, new AtomicLong());
        }
    }

    void answered(long latencyNanos) {
        if (latencyNanos > timeoutNanos) {
            failed(Failure.TIMEOUT);
        } else {
            latencyMicros.recordValue(Math.clamp((latencyNanos + 500) / 1000, 1, MICROS_MAX));
        }
    }

    void failed(Failure failure) {
        requireNonNull(failed.get(failure)).incrementAndGet();
    }

    Histogram latencyMicros() {
        return latencyMicros;
    }

    Map<Failure, Long> failed() {
        Map<Failure, Long> counts = new EnumMap<>(Failure.class);
        failed.forEach((failure, count) -> counts.put(failure, count.get()));
        return counts;
    }
}
