package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.ScalingPolicy;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;

/** A workload on servers, and what came of it. */
final class ServerSimulation {

    private static final Distribution NO_TIME = new Distribution.Fixed(0);

    private ServerSimulation() {}

    /** One instance without a balancer, up and warm from the start. Left out so far: a bounded queue and thread pool, and CPU credits. */
    static Outcome run(Workload workload, Deployment.SingleServer deployment, HostMeasurement measured, long seed) {
        ServerGroup.Host host = new ServerGroup.Host(
                deployment.vcpus(),
                ServerGroup.Discipline.PS,
                ServerGroup.UNLIMITED,
                ServerGroup.UNLIMITED,
                null,
                null);
        ServerGroup single = new ServerGroup(
                host, ServerGroup.Balancing.ROUND_ROBIN, 1, 1, 1, new ScalingPolicy.None(), NO_TIME, Duration.ZERO);
        ServerWork work = Simulation.kinds(workload, measured);
        Tally tally = new Tally(workload.clientTimeout().toNanos());
        return run(
                workload,
                single,
                work,
                tally,
                seed,
                Progress.SILENT,
                deployment.instanceType(),
                deployment.diskGigabytes());
    }

    static Outcome run(
            Workload workload,
            ServerGroup group,
            ServerWork work,
            Tally tally,
            long seed,
            Progress progress,
            String instanceType,
            int diskGigabytes) {
        RequestStream requests = workload.requests(seed);
        ServerFleet fleet = new ServerFleet(group, work, requests, NO_TIME, tally, seed);
        fleet.run(workload.duration().toNanos(), progress);
        double end = fleet.endNanos();
        return new Outcome(
                requests.count(),
                tally.failed(),
                tally.latencyMicros(),
                0,
                fleet.peak(),
                fleet.servingNanos() / end,
                fleet.workNanos() / end / group.host().vcpus(),
                requests.busiestSecond(),
                new Consumption.OfServers(
                        instanceType,
                        fleet.launchedNanos() / end,
                        diskGigabytes,
                        fleet.creditsCharged(),
                        fleet.bytesOut()));
    }
}
