package dev.breakeven.comparison.measurement;

import java.time.Duration;
import java.util.Arrays;

/**
 * What a call takes beyond its CPU time: waiting for others, and the way in and out. It is below zero where a process computes on
 * several processors at once, or goes on after the answer, as it does when it compiles or collects garbage: calls with much CPU
 * time, which is why the two are kept side by side.
 *
 * @param nanos of the calls that were seen, in the order of the ratios of {@link CpuTimes}; or a single one for all of them
 */
@SuppressWarnings("ArrayRecordComponent") // Read in the simulator's loop, never handed out.
public record Waits(long[] nanos) {

    public Waits {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
        nanos = nanos.clone();
    }

    /** Always the same. */
    public static Waits fixed(Duration wait) {
        return new Waits(new long[] {wait.toNanos()});
    }

    /**
     * The wait of one request.
     *
     * @param draw from 0 to 1, the one that gave its CPU time
     */
    public long nanos(double draw) {
        return nanos[(int) (draw * nanos.length)];
    }

    /** All of them so many times as long. */
    public Waits times(double factor) {
        return new Waits(
                Arrays.stream(nanos).map(wait -> Math.round(wait * factor)).toArray());
    }

    public Duration median() {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[sorted.length / 2]);
    }

    /** All of them longer by so much. */
    public Waits plus(Duration more) {
        return new Waits(Arrays.stream(nanos).map(wait -> wait + more.toNanos()).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waits waits && Arrays.equals(nanos, waits.nanos);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nanos);
    }
}
