package dev.breakeven.comparison.validation;

import java.util.Locale;

/**
 * What else the machine did during a run, as far as it shows.
 *
 * @param cpuMillisBefore the median CPU time of a request before the run
 * @param cpuMillisAfter the same after it
 * @param callersLateMillis how long after they were due one request in a hundred was sent, or later: when the callers could not
 *     keep up, whatever they saw says little of the service
 */
public record Noise(double cpuMillisBefore, double cpuMillisAfter, double callersLateMillis) {

    /** CPU time per request may change so much from before a run to after it. */
    public static final double CHANGE_MAX = 0.03;

    /** A pause of the whole machine of half a second in a run of twenty makes one in a hundred late by more than that. */
    public static final double LATE_MILLIS_MAX = 5;

    /** How much more CPU time a request took after the run, in parts of that before it. */
    public double change() {
        return cpuMillisAfter / cpuMillisBefore - 1;
    }

    public boolean isCpuTooFarOff() {
        return Math.abs(change()) > CHANGE_MAX;
    }

    public boolean isLate() {
        return callersLateMillis > LATE_MILLIS_MAX;
    }

    /** Whether a run says nothing. */
    public boolean isTooMuch() {
        return isCpuTooFarOff() || isLate();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.3f ms of CPU before and %.3f ms after, callers up to %.1f ms late",
                cpuMillisBefore,
                cpuMillisAfter,
                callersLateMillis);
    }
}
