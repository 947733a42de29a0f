package dev.breakeven.comparison.measurement;

import java.time.Instant;

/**
 * What was seen when the service ran both ways as real processes, and on what machine.
 *
 * @param quick whether this is the quick measurement, of few starts and calls
 */
public record Measurements(
        Instant taken, Machine machine, boolean quick, HostMeasurement function, HostMeasurement server) {

    /** The numbers hold on this machine; {@code load} is the load average over a minute when measuring began. */
    public record Machine(String os, String architecture, int cores, String jdk, double load) {}
}
