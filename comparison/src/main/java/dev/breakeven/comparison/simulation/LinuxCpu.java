package dev.breakeven.comparison.simulation;

import java.util.Arrays;

/**
 * The share of a processor that an execution environment gets on a Linux machine: a quota in periods of 20 ms that follow one
 * another on the clock. What a call has used of a period is gone for the next call in it, and what it used too much is owed.
 */
final class LinuxCpu implements FunctionCpu {

    private static final long PERIOD_NANOS = 20_000_000;

    private final CpuQuota quota;
    private final boolean whole;

    /** The period in which each environment's last call ended, and what was used of its quota then. */
    private long[] period = new long[64];

    private long[] usedNanos = new long[64];

    /** @param share of one processor; from 1 on, one thread is never slowed down */
    LinuxCpu(double share) {
        this.quota = CpuQuota.ofShare(share, PERIOD_NANOS, CpuQuota.TICK_NANOS);
        this.whole = share >= 1;
    }

    @Override
    public long wallNanos(long cpuNanos, int environment, long startNanos) {
        if (whole) {
            return cpuNanos;
        }
        if (environment >= period.length) {
            period = Arrays.copyOf(period, 2 * environment);
            usedNanos = Arrays.copyOf(usedNanos, 2 * environment);
        }
        long first = startNanos / PERIOD_NANOS;
        long granted = (first - period[environment]) * quota.quotaNanos();
        long owed = granted == 0 ? usedNanos[environment] : Math.max(0, usedNanos[environment] - granted);
        long delay = 0;
        if (owed >= quota.quotaNanos()) {
            // Nothing is left of this period, nor of so many after it.
            long periods = owed / quota.quotaNanos();
            delay = (first + periods) * PERIOD_NANOS - startNanos;
            first += periods;
            owed -= periods * quota.quotaNanos();
        }
        long begins = startNanos + delay;
        long wall = quota.wallNanos(cpuNanos, begins - first * PERIOD_NANOS, owed);
        long last = (begins + wall) / PERIOD_NANOS;
        long intoLast = begins + wall - last * PERIOD_NANOS;
        period[environment] = last;
        usedNanos[environment] =
                Math.max(owed + cpuNanos - (last - first) * quota.quotaNanos(), Math.min(cpuNanos, intoLast));
        return delay + wall;
    }
}
