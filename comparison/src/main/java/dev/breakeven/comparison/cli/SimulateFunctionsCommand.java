package dev.breakeven.comparison.cli;

import static dev.breakeven.comparison.measurement.Assumption.NO_SOURCE;

import dev.breakeven.comparison.deployment.CpuLaw;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.simulation.FunctionTimes;
import dev.breakeven.comparison.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates a Lambda function whose times are given. */
@Command(
        name = "functions",
        description = "Simulate a Lambda function: cold starts, concurrency, growth, and what callers see.",
        mixinStandardHelpOptions = true)
final class SimulateFunctionsCommand implements Callable<Integer> {

    private static final int MEGABYTES_MIN = 128;
    private static final int MEGABYTES_MAX = 10_240;

    /** Rounded up to a millisecond, init included, as since 2025-08. */
    private static final MeteringRules RULES = new MeteringRules(1_000_000, true);

    @Mixin
    private final SimulationOptions options = new SimulationOptions();

    @Mixin
    private final ScalingOptions scaling = new ScalingOptions();

    @Option(
            names = "--warm",
            required = true,
            paramLabel = "DIST",
            description =
                    "CPU time of a request on one whole vCPU, as in exponential:1991ms or lognormal:p50=20ms,p99=90ms.")
    private String warm = "";

    @Option(
            names = "--cold",
            required = true,
            paramLabel = "DIST",
            description =
                    "The whole of an environment's first request, init and first call; with --snapstart the call alone.")
    private String cold = "";

    @Option(
            names = "--snapstart",
            paramLabel = "DIST",
            description = "Restore a snapshot instead of an init, which takes so long (default: no snapshot).")
    private @Nullable String restore;

    @Option(
            names = "--wait",
            paramLabel = "DIST",
            description = "Time without CPU, in addition, and billed (default: none).")
    private @Nullable String wait;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "128 to 10240; one vCPU at 1769 (default: ${DEFAULT-VALUE}).",
            defaultValue = "1769")
    private int memory;

    @Option(
            names = "--timeout",
            paramLabel = "D",
            description = "The function's own: longer calls are ended, and their environments (default: 15m).")
    private @Nullable String timeout;

    @Option(
            names = "--response",
            paramLabel = "SIZE",
            description = "Bytes of an answer, which has to fit through the front (default: ${DEFAULT-VALUE}).",
            defaultValue = "0B")
    private String response = "";

    @Option(
            names = "--front",
            paramLabel = "none|rest|http|url|alb",
            description = "What stands before the function, with its limits (default: ${DEFAULT-VALUE}).",
            defaultValue = "none")
    private Front front = Front.NONE;

    @Override
    public Integer call() throws Exception {
        FunctionTimes times = times();
        Deployment.Functions functions = functions();
        return options.simulate(
                functions.name(),
                assumptions(functions),
                (workload, seed, progress) -> Simulation.run(workload, functions, times, RULES, seed, progress));
    }

    private FunctionTimes times() throws BadInputException {
        return new FunctionTimes(
                SimulationOptions.times("--warm", warm),
                SimulationOptions.times("--cold", cold),
                wait == null ? FunctionTimes.NO_WAIT : SimulationOptions.times("--wait", wait),
                SimulationOptions.size("--response", response));
    }

    private Deployment.Functions functions() throws BadInputException {
        if (!Front.BEFORE_FUNCTIONS.contains(front)) {
            throw new BadInputException("--front takes none, rest, http, url or alb, not "
                    + front.name().toLowerCase(Locale.ROOT) + ": it calls no functions.");
        }
        if (memory < MEGABYTES_MIN || memory > MEGABYTES_MAX) {
            throw new BadInputException(
                    "--memory takes " + MEGABYTES_MIN + " to " + MEGABYTES_MAX + " MB, not " + memory + ".");
        }
        FunctionStart start = restore == null
                ? new FunctionStart.Init()
                : new FunctionStart.SnapStart(SimulationOptions.times("--snapstart", restore));
        FunctionScaling environments = scaling.read();
        if (restore != null && environments.provisioned() > 0) {
            throw new BadInputException("--snapstart and --provisioned exclude each other.");
        }
        Duration limit = timeout == null
                ? Deployment.Functions.FUNCTION_TIMEOUT_MAX
                : SimulationOptions.duration("--timeout", timeout);
        try {
            return new Deployment.Functions(
                    "functions",
                    memory,
                    Architecture.X86_64,
                    front,
                    new Distribution.Fixed(0),
                    0,
                    start,
                    environments,
                    front.timeout(),
                    limit,
                    CpuLaw.LAMBDA,
                    Map.of(),
                    Map.of());
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("--timeout: " + refused.getMessage() + ".", refused);
        }
    }

    /** What was not on the command line, or goes into the model without being asked for. */
    private List<Assumption> assumptions(Deployment.Functions functions) {
        FunctionScaling used = functions.scaling();
        List<Assumption> assumptions = scaling.assumptions();
        assumptions.add(new Assumption(
                "request-rate",
                String.format(
                        Locale.ROOT,
                        "at most %,d requests/s, %d for each unit of concurrency",
                        (long) FunctionScaling.REQUESTS_PER_SECOND_AND_CONCURRENCY * used.concurrency(),
                        FunctionScaling.REQUESTS_PER_SECOND_AND_CONCURRENCY),
                "AWS agent toolkit, 2026-08-20"));
        assumptions.add(new Assumption(
                "cpu-share",
                String.format(
                        Locale.ROOT,
                        "%.3f of a vCPU for %,d MB, as a quota in every 20 ms; 'cold' is taken as it is",
                        functions.cpuShare(),
                        memory),
                "1,769 MB a vCPU: AWS agent toolkit, 2026-08-20; quota: EuroSys '26 data of 2025"));
        if (timeout == null) {
            assumptions.add(new Assumption(
                    "function-timeout", "15m", "the longest that Lambda allows: AWS agent toolkit, 2026-08-20"));
        }
        if (front != Front.NONE) {
            assumptions.add(
                    new Assumption("front", limits(), "API Gateway guide, 2023-04-03; AWS agent toolkit, 2026-08-20"));
        }
        assumptions.add(new Assumption("front-latency", "0 ms", NO_SOURCE));
        return assumptions;
    }

    private String limits() {
        String waits = "waits " + front.timeout().toSeconds() + " s";
        return front.requestsPerSecond() == 0
                ? waits
                : String.format(
                        Locale.ROOT,
                        "%,d requests/s and %,d at once; %s",
                        front.requestsPerSecond(),
                        front.burst(),
                        waits);
    }
}
