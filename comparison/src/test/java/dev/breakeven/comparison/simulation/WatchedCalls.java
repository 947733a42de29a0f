package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.workload.RequestStream;
import java.util.PriorityQueue;

/** The calls of a function, counted from one moment to the next by whoever stands beside it. */
final class WatchedCalls implements CallTimes {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CallTimes times;
    private final PriorityQueue<Long> ends = new PriorityQueue<>();
    private long count;
    private long colds;
    private long millisRoundedUp;
    private int most;
    private double inUseNanos;
    private long nowNanos;

    WatchedCalls(CallTimes times) {
        this.times = times;
    }

    @Override
    public long warmNanos(RequestStream request, int environment) {
        return began(request, times.warmNanos(request, environment));
    }

    @Override
    public long coldNanos(RequestStream request, int environment) {
        colds++;
        return began(request, times.coldNanos(request, environment));
    }

    @Override
    public long initNanos() {
        return times.initNanos();
    }

    @Override
    public long responseBytes(RequestStream request) {
        return times.responseBytes(request);
    }

    private long began(RequestStream request, long busyNanos) {
        advance(request.arrivalNanos());
        ends.add(request.arrivalNanos() + busyNanos);
        count++;
        millisRoundedUp += Math.ceilDiv(busyNanos, NANOS_PER_MILLI);
        most = Math.max(most, ends.size());
        return busyNanos;
    }

    private void advance(long untilNanos) {
        while (!ends.isEmpty() && ends.element() <= untilNanos) {
            long end = ends.element();
            inUseNanos += (double) ends.size() * (end - nowNanos);
            nowNanos = end;
            ends.remove();
        }
        if (!ends.isEmpty()) {
            inUseNanos += (double) ends.size() * (untilNanos - nowNanos);
        }
        nowNanos = Math.max(nowNanos, untilNanos);
    }

    long count() {
        return count;
    }

    long colds() {
        return colds;
    }

    /** The time of each call rounded up, and then added. */
    long millisRoundedUp() {
        return millisRoundedUp;
    }

    /** Calls at a time. */
    int most() {
        return most;
    }

    /** Calls under way, by time, from the first to the end of the last. */
    double inUseNanos() {
        while (!ends.isEmpty()) {
            advance(ends.element());
        }
        return inUseNanos;
    }

    /** Of the last call. */
    long endNanos() {
        inUseNanos();
        return nowNanos;
    }
}
