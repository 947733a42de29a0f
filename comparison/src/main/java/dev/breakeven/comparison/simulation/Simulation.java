package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.Optional;

/**
 * Replays a workload on a deployment, request by request, in simulated time. One thread, no clock but that of the requests;
 * the same seed gives the same requests to every deployment.
 */
public final class Simulation {

    private Simulation() {}

    public static Outcome run(
            Workload workload, Deployment deployment, Measurements measured, MeteringRules rules, long seed) {
        return run(workload, deployment, measured, rules, seed, Progress.SILENT);
    }

    /** The same for whoever waits for it. */
    public static Outcome run(
            Workload workload,
            Deployment deployment,
            Measurements measured,
            MeteringRules rules,
            long seed,
            Progress progress) {
        return run(workload, deployment, measured, rules, seed, progress, Timeline.Recorder.NONE);
    }

    /** How it goes, period by period. */
    public static Timeline timeline(
            Workload workload,
            Deployment deployment,
            Measurements measured,
            MeteringRules rules,
            long seed,
            Duration period) {
        Timeline.Recorder recorder = new Timeline.Recorder(period);
        run(workload, deployment, measured, rules, seed, Progress.SILENT, recorder);
        return recorder.timeline();
    }

    private static Outcome run(
            Workload workload,
            Deployment deployment,
            Measurements measured,
            MeteringRules rules,
            long seed,
            Progress progress,
            Timeline.Recorder recorder) {
        return switch (deployment) {
            case Deployment.Functions functions -> {
                CallTimes times = new MeasuredCallTimes(
                        workload, functions, host(measured.function(functions.processors()), "function"), seed);
                yield new FunctionSimulation(workload, functions, times, rules, seed).run(progress, recorder);
            }
            case Deployment.Servers servers -> {
                HostMeasurement host = servers.hosting().runsFunctions()
                        ? host(measured.function(), "function")
                        : host(measured.server(servers.group().host().processors()), "server");
                yield ServerSimulation.run(workload, servers, kinds(workload, host), seed, progress, recorder);
            }
        };
    }

    /** A workload on functions whose times are given rather than measured. */
    public static Outcome run(
            Workload workload,
            Deployment.Functions deployment,
            FunctionTimes times,
            MeteringRules rules,
            long seed,
            Progress progress) {
        CallTimes given = new GivenCallTimes(times, deployment, seed);
        return new FunctionSimulation(workload, deployment, given, rules, seed).run(progress);
    }

    /**
     * A workload on servers, what requests take of them being given rather than measured.
     *
     * @param responseBytes of each answer
     */
    public static Outcome run(
            Workload workload,
            Deployment.Servers deployment,
            ServerTimes times,
            long responseBytes,
            long seed,
            Progress progress) {
        ServerWork work = new GivenServerWork(times, responseBytes, seed);
        return ServerSimulation.run(workload, deployment, work, seed, progress, Timeline.Recorder.NONE);
    }

    private static HostMeasurement host(Optional<HostMeasurement> measured, String way) {
        return measured.orElseThrow(() -> new IllegalArgumentException("The service was not measured as a " + way));
    }

    /** The measured routes in the order of the workload's kinds. */
    static MeasuredKinds kinds(Workload workload, HostMeasurement host) {
        return new MeasuredKinds(workload.mix().kinds().stream()
                .map(kind -> host.route(kind.route()))
                .toList());
    }
}
