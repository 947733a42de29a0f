package dev.breakeven.comparison.measurement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What was seen when the service ran as real processes, and on what machine.
 *
 * @param quick whether this is the quick measurement, of few starts and calls
 * @param fingerprint of the service's files; another one means that the service has changed since
 * @param functions at each share of the CPU that was measured, the service's own first; empty where it does not run as a function
 * @param servers the same
 */
public record Measurements(
        Instant taken,
        Machine machine,
        boolean quick,
        String service,
        String fingerprint,
        Calibration calibration,
        List<HostMeasurement> functions,
        List<HostMeasurement> servers) {

    /** Shares that are taken for the same: memory is in whole megabytes. */
    private static final double SAME_SHARE = 0.01;

    public Measurements {
        functions = List.copyOf(functions);
        servers = List.copyOf(servers);
    }

    /** Measured just now, on this machine. */
    public static Measurements now(
            String service, String fingerprint, List<HostMeasurement> functions, List<HostMeasurement> servers)
            throws InterruptedException {
        return new Measurements(
                Instant.now(), Machine.here(), false, service, fingerprint, Calibration.NONE, functions, servers);
    }

    public Optional<HostMeasurement> function() {
        return functions.stream().findFirst();
    }

    public Optional<HostMeasurement> server() {
        return servers.stream().findFirst();
    }

    /** At this share of the CPU if that was measured, else at the service's own. */
    public Optional<HostMeasurement> function(double processors) {
        return at(processors, functions);
    }

    /** The same as a server. */
    public Optional<HostMeasurement> server(double processors) {
        return at(processors, servers);
    }

    private static Optional<HostMeasurement> at(double processors, List<HostMeasurement> hosts) {
        return hosts.stream()
                .filter(host -> Math.abs(host.processors() - processors) <= SAME_SHARE * processors)
                .findFirst()
                .or(() -> hosts.stream().findFirst());
    }

    /** The same with each host's replaced. */
    public Measurements with(UnaryOperator<HostMeasurement> change) {
        return new Measurements(
                taken,
                machine,
                quick,
                service,
                fingerprint,
                calibration,
                functions.stream().map(change).toList(),
                servers.stream().map(change).toList());
    }

    /** The same with another relation between this machine and the cloud. */
    public Measurements with(Calibration other) {
        return new Measurements(taken, machine, quick, service, fingerprint, other, functions, servers);
    }

    /** As it would be on the cloud's processors, by the calibration. */
    public Measurements inTheCloud() {
        return calibration.cloudOverHere() == 1 ? this : with(host -> host.slower(calibration.cloudOverHere()));
    }
}
