package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;

/** A workload on servers, and what came of it. */
final class ServerSimulation {

    private ServerSimulation() {}

    static Outcome run(
            Workload workload,
            Deployment.Servers deployment,
            ServerWork work,
            long seed,
            Progress progress,
            Timeline.Recorder recorder) {
        Tally tally = new Tally(
                workload.clientTimeout().toNanos(), deployment.front().timeout().toNanos());
        RequestStream requests = workload.requests(seed);
        FrontDoor front = new FrontDoor(
                deployment.front(), deployment.hosting().runsFunctions(), deployment.frontLatency(), seed);
        ServerFleet fleet = new ServerFleet(deployment.group(), work, requests, front, tally, seed);
        fleet.run(workload.duration().toNanos(), progress, recorder);
        return outcome(deployment, requests, front, tally, fleet);
    }

    /** Of a run that is over. */
    static Outcome outcome(
            Deployment.Servers deployment, RequestStream requests, FrontDoor front, Tally tally, ServerFleet fleet) {
        double end = fleet.endNanos();
        return new Outcome(
                requests.count(),
                tally.failed(),
                tally.latencyMicros(),
                0,
                fleet.peak(),
                fleet.servingNanos() / end,
                fleet.workNanos() / end / deployment.group().host().processors(),
                requests.busiestSecond(),
                new Consumption.OfServers(
                        deployment.hosting(),
                        fleet.launchedNanos() / end,
                        fleet.creditsCharged(),
                        deployment.front(),
                        deployment.zones(),
                        front.requests(),
                        front.bodySteps(),
                        front.bytesIn(),
                        fleet.bytesOut() + deployment.frontHeadBytes() * requests.count()));
    }
}
