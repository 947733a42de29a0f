package dev.breakeven.localcloud.scaling;

/**
 * Decides how many servers there are to be, once a minute or at the end of each period of its alarm. Simple scaling waits for
 * its cooldown, and goes on for as long as its alarm lasts. Target tracking is AWS's own secret; modelled is what its alarms are
 * seen to be: three minutes above the target, or fifteen below nine tenths of it, and then as many servers as would have met it.
 * All times are modelled ones.
 */
public final class ScalingLaw {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int MINUTES_ABOVE = 3;
    private static final int MINUTES_BELOW = 15;
    private static final double LOWER_PART = 0.9;

    private final ScalingPolicy policy;
    private final int min;
    private final int max;

    private long cooledDownAt;
    private long periodEnd;
    private int alarm;
    private int minutesAbove;
    private int minutesBelow;

    /**
     * A law that has decided nothing yet.
     *
     * @param min servers there are at the least
     * @param max servers there are at the most
     */
    public ScalingLaw(ScalingPolicy policy, int min, int max) {
        this.policy = policy;
        this.min = min;
        this.max = max;
        this.periodEnd = periodNanos();
    }

    /** Whether anything is ever decided. */
    public boolean isActive() {
        return !(policy instanceof ScalingPolicy.None) && min < max;
    }

    /** How long after one decision the next one is due. */
    public long everyNanos() {
        return Math.min(MINUTE_NANOS, periodNanos());
    }

    /** Over how long the metric is averaged. */
    public long periodNanos() {
        return policy instanceof ScalingPolicy.Alarms alarms ? alarms.period().toNanos() : MINUTE_NANOS;
    }

    /** Whether a period of the metric ends now. */
    public boolean endsPeriod(long nowNanos) {
        return nowNanos >= periodEnd;
    }

    /** The metric is that of the processors, or else that of bytes sent. */
    public boolean watchesProcessors() {
        return !(policy instanceof ScalingPolicy.Alarms alarms) || alarms.metric() == ScalingPolicy.Metric.CPU;
    }

    /** Takes the metric of the period that ends now. */
    public void observe(double metric) {
        periodEnd += periodNanos();
        switch (policy) {
            case ScalingPolicy.None none -> {}
            case ScalingPolicy.Alarms alarms -> alarm = metric > alarms.upper() ? 1 : metric < alarms.lower() ? -1 : 0;
            case ScalingPolicy.TargetTracking tracking -> {
                minutesAbove = metric > tracking.cpuPercent() ? minutesAbove + 1 : 0;
                minutesBelow = metric < LOWER_PART * tracking.cpuPercent() ? minutesBelow + 1 : 0;
            }
        }
    }

    /**
     * How many servers there are to be.
     *
     * @param measured how many the metric is of
     * @param servers that serve or are being launched
     * @param metric of the last period
     */
    public int decide(long nowNanos, int measured, int servers, double metric) {
        return switch (policy) {
            case ScalingPolicy.None none -> servers;
            case ScalingPolicy.Alarms alarms ->
                nowNanos < cooledDownAt ? servers : Math.clamp((long) servers + (long) alarm * alarms.step(), min, max);
            case ScalingPolicy.TargetTracking tracking -> tracked(measured, servers, metric / tracking.cpuPercent());
        };
    }

    private int tracked(int measured, int servers, double ofTarget) {
        int wanted = Math.clamp((long) Math.ceil(measured * ofTarget), min, max);
        if (minutesAbove >= MINUTES_ABOVE && wanted > servers) {
            return wanted;
        }
        if (minutesBelow >= MINUTES_BELOW && wanted < servers) {
            minutesBelow = 0;
            return wanted;
        }
        return servers;
    }

    /** A server is being launched: nothing is decided until it serves, and then its cooldown is over. */
    public void launching() {
        cooledDownAt = Long.MAX_VALUE;
    }

    /** A change is complete. */
    public void changed(long nowNanos) {
        cooledDownAt = nowNanos
                + (policy instanceof ScalingPolicy.Alarms alarms
                        ? alarms.cooldown().toNanos()
                        : 0);
    }
}
