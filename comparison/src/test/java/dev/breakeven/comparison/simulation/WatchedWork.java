package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.workload.RequestStream;

/** What requests take of servers, added up. */
final class WatchedWork implements ServerWork {

    private final ServerWork work;
    private long count;
    private double cpuNanos;

    WatchedWork(ServerWork work) {
        this.work = work;
    }

    @Override
    public double cpuNanos(RequestStream request) {
        double nanos = work.cpuNanos(request);
        count++;
        cpuNanos += nanos;
        return nanos;
    }

    @Override
    public long waitNanos(RequestStream request) {
        return work.waitNanos(request);
    }

    @Override
    public long responseBytes(RequestStream request) {
        return work.responseBytes(request);
    }

    /** Requests that came. */
    long count() {
        return count;
    }

    /** Of all that came, whether or not there was room for them. */
    double cpuNanos() {
        return cpuNanos;
    }
}
