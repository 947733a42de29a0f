package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.process.CpuShare;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How a local function is set up and called.
 *
 * @param port 0 for any that is free
 * @param concurrency the most environments at once; empty for as many as free memory holds
 * @param keepAlive how long an idle environment is kept; empty for good
 * @param timeout how long one call may take
 * @param binaryMediaTypes of a REST API; other fronts have none
 * @param initCpu what init may use of the CPU, in processors; empty for all there is
 * @param environment variables of the function's own
 * @param freezing whether an idle environment is stopped where it is, as Lambda does
 */
public record LocalFunctionsSettings(
        FunctionCode code,
        FrontKind events,
        int memoryMegabytes,
        int port,
        OptionalInt concurrency,
        Optional<Duration> keepAlive,
        Duration timeout,
        BinaryMediaTypes binaryMediaTypes,
        OptionalDouble initCpu,
        Map<String, String> environment,
        boolean freezing) {

    private static final int PORT_MAX = 65_535;

    public LocalFunctionsSettings {
        environment = Map.copyOf(environment);
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException(
                    "There is no port " + port + "; accepted is 1 to " + PORT_MAX + ", and 0 for any that is free");
        }
        if (concurrency.isPresent() && concurrency.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "A concurrency of " + concurrency.getAsInt() + " runs nothing; accepted is 1 and up");
        }
        if (keepAlive.isPresent() && !keepAlive.get().isPositive()) {
            throw new IllegalArgumentException(
                    "An environment cannot be kept for " + keepAlive.get() + "; accepted is any time above zero");
        }
        for (String name : environment.keySet()) {
            if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException("\"" + name + "\" cannot be the name of a variable; accepted are"
                        + " names like STAGE_2: a letter, then letters, digits and underscores");
            }
        }
    }

    /** The defaults: one core's worth of memory, 30 s, a REST API that takes everything for binary, any port. */
    public static LocalFunctionsSettings of(FunctionCode code) {
        return new LocalFunctionsSettings(
                code,
                FrontKind.REST,
                1_769,
                0,
                OptionalInt.empty(),
                Optional.empty(),
                Duration.ofSeconds(30),
                BinaryMediaTypes.ALL,
                OptionalDouble.empty(),
                Map.of(),
                true);
    }

    public LocalFunctionsSettings withEvents(FrontKind other) {
        return with(changed -> changed.events = other);
    }

    public LocalFunctionsSettings withMemoryMegabytes(int other) {
        return with(changed -> changed.memoryMegabytes = other);
    }

    public LocalFunctionsSettings withPort(int other) {
        return with(changed -> changed.port = other);
    }

    public LocalFunctionsSettings withConcurrency(OptionalInt other) {
        return with(changed -> changed.concurrency = other);
    }

    public LocalFunctionsSettings withKeepAlive(Optional<Duration> other) {
        return with(changed -> changed.keepAlive = other);
    }

    public LocalFunctionsSettings withTimeout(Duration other) {
        return with(changed -> changed.timeout = other);
    }

    public LocalFunctionsSettings withBinaryMediaTypes(BinaryMediaTypes other) {
        return with(changed -> changed.binaryMediaTypes = other);
    }

    public LocalFunctionsSettings withEnvironment(Map<String, String> other) {
        return with(changed -> changed.environment = other);
    }

    public LocalFunctionsSettings withFreezing(boolean other) {
        return with(changed -> changed.freezing = other);
    }

    private LocalFunctionsSettings with(Consumer<Changed> change) {
        Changed changed = new Changed(this);
        change.accept(changed);
        return changed.settings(this);
    }

    /** What a copy may differ in. */
    private static final class Changed {

        private FrontKind events;
        private int memoryMegabytes;
        private int port;
        private OptionalInt concurrency;
        private Optional<Duration> keepAlive;
        private Duration timeout;
        private BinaryMediaTypes binaryMediaTypes;
        private Map<String, String> environment;
        private boolean freezing;

        Changed(LocalFunctionsSettings from) {
            events = from.events;
            memoryMegabytes = from.memoryMegabytes;
            port = from.port;
            concurrency = from.concurrency;
            keepAlive = from.keepAlive;
            timeout = from.timeout;
            binaryMediaTypes = from.binaryMediaTypes;
            environment = from.environment;
            freezing = from.freezing;
        }

        LocalFunctionsSettings settings(LocalFunctionsSettings from) {
            return new LocalFunctionsSettings(
                    from.code,
                    events,
                    memoryMegabytes,
                    port,
                    concurrency,
                    keepAlive,
                    timeout,
                    binaryMediaTypes,
                    from.initCpu,
                    environment,
                    freezing);
        }
    }

    FunctionConfiguration configuration() {
        return new FunctionConfiguration(code.handlerName(), memoryMegabytes, timeout, environment);
    }

    Optional<CpuShare> initShare() {
        return initCpu.isPresent()
                ? Optional.of(new CpuShare(initCpu.getAsDouble(), CpuShare.LAMBDA_PERIOD))
                : Optional.empty();
    }
}
