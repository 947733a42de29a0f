package dev.breakeven.comparison.measurement;

/**
 * What was seen of warm calls with one payload.
 *
 * @param cpuNanos quantiles of the CPU time
 * @param waitNanos quantiles of what a call takes beyond that
 * @param wallNanos quantiles of the whole time
 * @param precision half the width of the 95 % interval of the median wall time, in parts of it
 */
public record PayloadMeasurement(
        long payloadBytes,
        int calls,
        Quantiles cpuNanos,
        Quantiles waitNanos,
        Quantiles wallNanos,
        long responseBytes,
        double precision) {}
