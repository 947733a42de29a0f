package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.ScalingPolicy;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;

/** A workload on one server, which is up and warm from the start. Left out so far: a bounded queue and thread pool, and CPU credits. */
final class ServerSimulation {

    private ServerSimulation() {}

    static Outcome run(Workload workload, Deployment.SingleServer deployment, HostMeasurement measured, long seed) {
        ServerGroup.Host host = new ServerGroup.Host(
                deployment.vcpus(),
                ServerGroup.Discipline.PS,
                ServerGroup.UNLIMITED,
                ServerGroup.UNLIMITED,
                null,
                null);
        ServerGroup group = new ServerGroup(
                host,
                ServerGroup.Balancing.ROUND_ROBIN,
                1,
                1,
                1,
                new ScalingPolicy.None(),
                new Distribution.Fixed(0),
                Duration.ZERO);
        RequestStream requests = workload.requests(seed);
        Tally tally = new Tally(workload.clientTimeout().toNanos());
        ServerFleet fleet = new ServerFleet(
                group, Simulation.kinds(workload, measured), requests, new Distribution.Fixed(0), tally, seed);
        fleet.run(workload.duration().toNanos());
        return new Outcome(
                requests.count(),
                tally.failed(),
                tally.latencyMicros(),
                0,
                fleet.peak(),
                fleet.servingNanos() / fleet.endNanos(),
                fleet.workNanos() / fleet.endNanos() / deployment.vcpus(),
                requests.busiestSecond(),
                new Consumption.OfServers(deployment.instanceType(), 1, deployment.diskGigabytes(), fleet.bytesOut()));
    }
}
