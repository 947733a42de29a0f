package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.simulation.LocalUse;
import dev.breakeven.localcloud.gateway.BinaryMediaTypes;
import dev.breakeven.localcloud.gateway.FrontKind;
import dev.breakeven.localcloud.gateway.FunctionCode;
import dev.breakeven.localcloud.gateway.LocalFunctions;
import dev.breakeven.localcloud.gateway.LocalFunctionsSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a function in as many execution environments as calls need, behind the front that makes its events. */
@Command(
        name = "functions",
        description = "Run a function in real processes, behind the front that makes its events.",
        mixinStandardHelpOptions = true)
final class LocalFunctionsCommand implements Callable<Integer> {

    @Mixin
    private final LocalRun run = new LocalRun();

    @Option(names = "--zip", paramLabel = "FILE", description = "A function in Java, in Lambda's layout.")
    private @Nullable Path zip;

    @Option(names = "--handler", paramLabel = "CLASS", description = "Of that function, as in example.Handler::handle.")
    private @Nullable String handler;

    @Option(
            names = "--bootstrap",
            paramLabel = "EXE",
            description = "A program in any language that polls the Runtime API, or a zip with one.")
    private @Nullable Path bootstrap;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "Decides the share of the CPU as well (default: ${DEFAULT-VALUE}, one whole vCPU).",
            defaultValue = "1769")
    private int memory;

    @Option(
            names = "--events",
            paramLabel = "rest|http|url|alb|alb-multi-value",
            description = "What stands before it (default: ${DEFAULT-VALUE}).",
            defaultValue = "rest")
    private String events = "";

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Environments at the most (default: as many as free memory holds, up to 1000).")
    private @Nullable Integer concurrency;

    @Option(
            names = "--keep-alive",
            paramLabel = "D",
            description = "How long an idle environment is kept (default: until the end).")
    private @Nullable String keepAlive;

    @Option(
            names = "--timeout",
            paramLabel = "D",
            description = "How long one call may take (default: ${DEFAULT-VALUE}).",
            defaultValue = "30s")
    private String timeout = "";

    @Option(
            names = "--binary-media-types",
            paramLabel = "TYPES",
            description = "Of a REST API, separated by commas; '' for none (default: ${DEFAULT-VALUE}).",
            defaultValue = "*/*")
    private String binaryMediaTypes = "";

    @Option(
            names = "--init-cpu",
            paramLabel = "SHARE",
            description = "Processors that init may use (default: all there are).")
    private @Nullable Double initCpu;

    @Option(names = "--env", paramLabel = "K=V", arity = "1..*", description = "Variables of the function's own.")
    private Map<String, String> environment = Map.of();

    @Option(names = "--no-freeze", description = "Let environments run on between calls, which Lambda does not.")
    private boolean runsOn;

    @Override
    public Integer call() throws Exception {
        run.check();
        FrontKind kind = kind();
        LocalFunctions functions = start(kind);
        run.log("up to " + functions.concurrency() + " environments, " + functions.concurrencyReason());
        functions.limitations().forEach(limit -> run.log(limit + "."));
        return run.serve(functions.uri(), functions, () -> LocalUse.of(functions.consumed(), kind, memory));
    }

    private LocalFunctions start(FrontKind kind) throws Exception {
        try {
            return LocalFunctions.start(settings(kind), System.err);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(refused.getMessage() + ".", refused);
        }
    }

    private LocalFunctionsSettings settings(FrontKind kind) throws BadInputException {
        return new LocalFunctionsSettings(
                code(),
                kind,
                memory,
                run.port(),
                concurrency == null ? OptionalInt.empty() : OptionalInt.of(concurrency),
                keepAlive == null
                        ? Optional.empty()
                        : Optional.of(SimulationOptions.duration("--keep-alive", keepAlive)),
                SimulationOptions.duration("--timeout", timeout),
                BinaryMediaTypes.parse(binaryMediaTypes),
                initCpu == null ? OptionalDouble.empty() : OptionalDouble.of(initCpu),
                environment,
                !runsOn);
    }

    private FunctionCode code() throws BadInputException {
        if (zip != null && handler != null && bootstrap == null) {
            return new FunctionCode.Java(zip, handler);
        }
        if (bootstrap != null && zip == null && handler == null) {
            return new FunctionCode.Bootstrap(bootstrap);
        }
        throw new BadInputException("A function is either --zip FILE with --handler CLASS, or --bootstrap EXE.");
    }

    private FrontKind kind() throws BadInputException {
        return switch (events) {
            case "rest" -> FrontKind.REST;
            case "http" -> FrontKind.HTTP;
            case "url" -> FrontKind.URL;
            case "alb" -> FrontKind.ALB;
            case "alb-multi-value" -> FrontKind.ALB_MULTI_VALUE;
            default ->
                throw new BadInputException(
                        "--events takes rest, http, url, alb or alb-multi-value, not '" + events + "'.");
        };
    }
}
