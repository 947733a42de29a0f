package dev.breakeven.comparison.simulation;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What callers saw and what was used.
 *
 * @param failed requests by the way they failed; every other one was answered
 * @param latencyMicros of the answered requests, from arrival to answer
 * @param peakCapacity execution environments or instances at most at a time
 * @param meanCapacity the same over time
 * @param meanBusy how many of them were busy, over time
 */
public record Outcome(
        long requests,
        Map<Failure, Long> failed,
        Histogram latencyMicros,
        long coldStarts,
        int peakCapacity,
        double meanCapacity,
        double meanBusy,
        int busiestSecond,
        Consumption consumption) {

    public Outcome {
        failed = Map.copyOf(failed);
    }

    public long failures() {
        return failed.values().stream().mapToLong(count -> count).sum();
    }

    /** Of one cause. */
    public long failures(Failure cause) {
        return failed.getOrDefault(cause, 0L);
    }

    /** Of one group of causes. */
    public long failures(Failure.Group group) {
        return failed.entrySet().stream()
                .filter(entry -> entry.getKey().group() == group)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Requests that something was run for, whether or not anybody waited for the answer. */
    public long served() {
        return requests - failures(Failure.Group.THROTTLED) - failures(Failure.Group.REFUSED);
    }

    public long answered() {
        return requests - failures();
    }

    /** In milliseconds, from 0 to 100. */
    public double latencyMillis(double percentile) {
        return latencyMicros.getValueAtPercentile(percentile) / 1000.0;
    }
}
