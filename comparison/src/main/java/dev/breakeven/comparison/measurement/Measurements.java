package dev.breakeven.comparison.measurement;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What was seen when the service ran both ways as real processes, and on what machine.
 *
 * @param quick whether this is the quick measurement, of few starts and calls
 * @param function empty where the service does not run as one
 * @param server the same
 */
public record Measurements(
        Instant taken,
        Machine machine,
        boolean quick,
        Optional<HostMeasurement> function,
        Optional<HostMeasurement> server) {

    /** The numbers hold on this machine; {@code load} is the load average over a minute when measuring began. */
    public record Machine(String os, String architecture, int cores, String jdk, double load) {}

    /** The same with each host's replaced. */
    public Measurements with(UnaryOperator<HostMeasurement> change) {
        return new Measurements(taken, machine, quick, function.map(change), server.map(change));
    }
}
