package dev.breakeven.comparison.simulation;

/** No more than so many requests in any second of the clock; what a second does not use is gone with it. */
final class RequestsPerSecond {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long requestsMax;
    private long second;
    private long inSecond;

    RequestsPerSecond(long requestsMax) {
        this.requestsMax = requestsMax;
    }

    /** Lets a request pass that arrives now, or not. */
    boolean take(long nowNanos) {
        long now = nowNanos / NANOS_PER_SECOND;
        if (now != second) {
            second = now;
            inSecond = 0;
        }
        if (inSecond == requestsMax) {
            return false;
        }
        inSecond++;
        return true;
    }
}
