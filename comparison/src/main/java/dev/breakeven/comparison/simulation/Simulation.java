package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.workload.Workload;

/**
 * Replays a workload on a deployment, request by request, in simulated time. One thread, no clock but that of the requests;
 * the same seed gives the same requests to every deployment.
 */
public final class Simulation {

    private Simulation() {}

    public static Outcome run(
            Workload workload, Deployment deployment, Measurements measured, MeteringRules rules, long seed) {
        return switch (deployment) {
            case Deployment.Functions functions ->
                new FunctionSimulation(workload, functions, measured.function(), rules, seed).run();
            case Deployment.SingleServer server -> ServerSimulation.run(workload, server, measured.server(), seed);
        };
    }

    /** The measured routes in the order of the workload's kinds. */
    static MeasuredKinds kinds(Workload workload, HostMeasurement host) {
        return new MeasuredKinds(workload.mix().kinds().stream()
                .map(kind -> host.route(kind.route()))
                .toList());
    }
}
