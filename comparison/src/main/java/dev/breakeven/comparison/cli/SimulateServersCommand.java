package dev.breakeven.comparison.cli;

import static dev.breakeven.comparison.measurement.Assumption.NO_SOURCE;
import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.ServerFront;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.report.SimulationReport;
import dev.breakeven.comparison.simulation.ServerTimes;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates servers whose times are given. */
@Command(
        name = "servers",
        description = "Simulate servers: queues, balancer, scaling, CPU credits, and what callers see.",
        mixinStandardHelpOptions = true)
final class SimulateServersCommand implements Callable<Integer> {

    @Mixin
    private final SimulationOptions options = new SimulationOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Option(
            names = "--service-cpu",
            required = true,
            paramLabel = "DIST",
            description = "CPU time of a request on one processor, as in exponential:20ms.")
    private String serviceCpu = "";

    @Option(
            names = "--wait",
            paramLabel = "DIST",
            description = "Time without CPU, in addition, which holds a thread (default: none).")
    private @Nullable String wait;

    @Option(
            names = "--response",
            paramLabel = "SIZE",
            description = "Bytes of an answer, for the network trigger (default: ${DEFAULT-VALUE}).",
            defaultValue = "1kB")
    private String response = "";

    @Option(
            names = "--front",
            paramLabel = "none|alb|classic",
            description = "What stands before the servers (default: ${DEFAULT-VALUE}).",
            defaultValue = "none")
    private ServerFront front = ServerFront.NONE;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        @Nullable OutputFile json = options.json();
        Workload workload = options.workload();
        ServerGroup group = servers.read(front);
        Deployment.Servers deployment = new Deployment.Servers(
                "servers", "given", 0, group, front, 0, new Distribution.Fixed(0), Map.of(), Map.of());
        ServerTimes times = new ServerTimes(
                SimulationOptions.times("--service-cpu", serviceCpu),
                wait == null ? new Distribution.Fixed(0) : SimulationOptions.times("--wait", wait));
        long responseBytes = SimulationOptions.size("--response", response);
        List<Assumption> assumptions = servers.assumptions(group);
        assumptions.add(new Assumption("front-latency", "0 ms", NO_SOURCE));
        CommandLine command = requireNonNull(spec).commandLine();
        TimedRun run = TimedRun.of(
                command.getErr(),
                progress -> Simulation.run(workload, deployment, times, responseBytes, options.seed(), progress));
        SimulationReport report = new SimulationReport(
                "servers", workload, options.seed(), run.outcome(), run.wallSeconds(), assumptions);
        OutputFile.write(json, report.json(), command.getOut(), report.text());
        return ExitStatus.DONE.code();
    }
}
