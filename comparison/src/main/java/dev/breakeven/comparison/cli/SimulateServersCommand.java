package dev.breakeven.comparison.cli;

import static dev.breakeven.comparison.measurement.Assumption.NO_SOURCE;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.simulation.ServerTimes;
import dev.breakeven.comparison.simulation.Simulation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates servers whose times are given. */
@Command(
        name = "servers",
        description = "Simulate servers: queues, balancer, scaling, CPU credits, and what callers see.",
        mixinStandardHelpOptions = true)
final class SimulateServersCommand implements Callable<Integer> {

    /** Nothing of it is billed. */
    private static final Hosting HOST = new Hosting.Ec2("given", "gp3", 0);

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
    private Front front = Front.NONE;

    @Override
    public Integer call() throws Exception {
        if (!HOST.fronts().contains(front)) {
            throw new BadInputException("--front takes none, alb or classic, not "
                    + front.name().toLowerCase(Locale.ROOT) + ": it calls functions.");
        }
        ServerGroup group = servers.read(front);
        Deployment.Servers deployment = new Deployment.Servers(
                "servers", HOST, group, front, 0, new Distribution.Fixed(0), 0, Map.of(), Map.of());
        ServerTimes times = new ServerTimes(
                SimulationOptions.times("--service-cpu", serviceCpu),
                wait == null ? new Distribution.Fixed(0) : SimulationOptions.times("--wait", wait));
        long responseBytes = SimulationOptions.size("--response", response);
        List<Assumption> assumptions = servers.assumptions(group);
        assumptions.add(new Assumption("front-latency", "0 ms", NO_SOURCE));
        return options.simulate(
                deployment.name(),
                assumptions,
                (workload, seed, progress) ->
                        Simulation.run(workload, deployment, times, responseBytes, seed, progress));
    }
}
