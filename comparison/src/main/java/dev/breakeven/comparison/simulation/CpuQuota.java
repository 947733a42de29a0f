package dev.breakeven.comparison.simulation;

/**
 * A CPU quota as Linux's fair scheduler enforces it: so much CPU time in every period, at full speed until it is used up, then
 * nothing until the next period begins. Periods follow one another on the clock, whether or not anything runs. That the quota is
 * used up is noticed only at a tick, counted in time run since work came to an idle processor, or when work comes; what was used
 * beyond it is owed, and what is left at the end of a period is lost. So a call shorter than a tick is not slowed down at all, and
 * in the long run nobody gets more than the quota: it is not a slower core. This is the one law for whatever runs under a quota;
 * here is its closed form for one thread, and {@link Processors} goes by it event by event. Left out: that quota is handed out in
 * slices to several processors. From the kernel's documentation, {@code Documentation/scheduler/sched-bwc.rst}.
 *
 * @param quotaNanos CPU time in a period; from the length of the period on, one thread is never throttled
 * @param tickNanos after how much running the scheduler looks
 */
public record CpuQuota(long quotaNanos, long periodNanos, long tickNanos) {

    /**
     * At a thousand interrupts a second. A kernel with 250 was seen to notice as soon as that on a busy machine, where tasks come
     * and go between the interrupts.
     */
    static final long TICK_NANOS = 1_000_000;

    public CpuQuota {
        if (quotaNanos < 1 || periodNanos < 1 || tickNanos < 1) {
            throw new IllegalArgumentException("A quota, its period and its tick last longer than 0: " + quotaNanos
                    + ", " + periodNanos + " and " + tickNanos + " ns");
        }
    }

    /**
     * A share of processors.
     *
     * @param share of one, above 0
     */
    public static CpuQuota ofShare(double share, long periodNanos, long tickNanos) {
        return new CpuQuota(Math.round(share * periodNanos), periodNanos, tickNanos);
    }

    /**
     * How long something takes that needs so much CPU time, on a processor that was idle before.
     *
     * @param phaseNanos how far into a period it starts
     */
    public long wallNanos(long cpuNanos, long phaseNanos) {
        return wallNanos(cpuNanos, phaseNanos, 0);
    }

    /**
     * The same when something is owed of earlier, or left over where it is negative. At the tick by which j ticks have been
     * run, it goes on at once or when the first period k begins by which more has been granted than was run and owed, so when
     * {@code (k + 1) quota > j tick + owed}. What comes last decides, and it is among the last few periods: the time gained by
     * running on shrinks with each.
     *
     * @param owedNanos of the quota of the period in which it starts
     */
    long wallNanos(long cpuNanos, long phaseNanos, long owedNanos) {
        long ticks = (cpuNanos - 1) / tickNanos;
        if (quotaNanos >= periodNanos || cpuNanos <= 0 || ticks == 0) {
            return cpuNanos;
        }
        long untilBoundary = periodNanos - phaseNanos;
        long lost = cpuNanos > untilBoundary ? Math.max(0, quotaNanos - owedNanos - untilBoundary) : 0;
        long owed = owedNanos + lost;
        long run = ticks * tickNanos;
        long lastTickOver = run;
        long mostGained = run + owed - phaseNanos;
        for (long period = (run + owed) / quotaNanos;
                period > 0 && period * (periodNanos - quotaNanos) + mostGained > lastTickOver;
                period--) {
            long tick = Math.max(1, Math.ceilDiv(period * quotaNanos - owed, tickNanos));
            lastTickOver = Math.max(lastTickOver, period * periodNanos - phaseNanos + (ticks - tick) * tickNanos);
        }
        return lastTickOver + cpuNanos - run;
    }
}
