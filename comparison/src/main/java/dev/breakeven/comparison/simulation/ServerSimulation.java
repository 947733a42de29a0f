package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;

/** A workload on servers, and what came of it. */
final class ServerSimulation {

    private ServerSimulation() {}

    static Outcome run(
            Workload workload, Deployment.Servers deployment, ServerWork work, long seed, Progress progress) {
        Tally tally = new Tally(
                workload.clientTimeout().toNanos(), deployment.front().timeout().toNanos());
        RequestStream requests = workload.requests(seed);
        ServerGroup group = deployment.group();
        ServerFleet fleet = new ServerFleet(group, work, requests, deployment.frontLatency(), tally, seed);
        fleet.run(workload.duration().toNanos(), progress);
        return outcome(deployment, requests, tally, fleet);
    }

    /** Of a run that is over. */
    static Outcome outcome(Deployment.Servers deployment, RequestStream requests, Tally tally, ServerFleet fleet) {
        double end = fleet.endNanos();
        return new Outcome(
                requests.count(),
                tally.failed(),
                tally.latencyMicros(),
                0,
                fleet.peak(),
                fleet.servingNanos() / end,
                fleet.workNanos() / end / deployment.group().host().vcpus(),
                requests.busiestSecond(),
                new Consumption.OfServers(
                        deployment.instanceType(),
                        fleet.launchedNanos() / end,
                        deployment.diskGigabytes(),
                        fleet.creditsCharged(),
                        deployment.front(),
                        deployment.zones(),
                        requests.count(),
                        fleet.bytesIn(),
                        fleet.bytesOut()));
    }
}
