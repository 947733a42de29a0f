package dev.breakeven.localcloud.function;

/** How many environments there are, the most there were, and how many on average over time. */
final class EnvironmentCount {

    private final long beganNanos;
    private long changedNanos;
    private double environmentNanos;
    private int now;
    private int peak;

    EnvironmentCount(long beganNanos) {
        this.beganNanos = beganNanos;
        this.changedNanos = beganNanos;
    }

    void add(int more, long nanos) {
        environmentNanos += (double) now * (nanos - changedNanos);
        changedNanos = nanos;
        now += more;
        peak = Math.max(peak, now);
    }

    int now() {
        return now;
    }

    int peak() {
        return peak;
    }

    double mean(long nanos) {
        double all = environmentNanos + (double) now * (nanos - changedNanos);
        return nanos == beganNanos ? now : all / (nanos - beganNanos);
    }
}
