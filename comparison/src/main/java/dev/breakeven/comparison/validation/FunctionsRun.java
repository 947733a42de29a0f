package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.deployment.CpuLaw;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.deployment.Reuse;
import dev.breakeven.comparison.measurement.ReportLines;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Failure;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.localcloud.gateway.LocalFunctions;
import dev.breakeven.localcloud.gateway.LocalFunctionsSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A burst on local functions behind a REST API, and the deployment that it is in the model. */
final class FunctionsRun {

    static final String NAME = "functions";
    private static final int CONCURRENCY = 20;
    private static final int FRONT_WARM_UP = 400;
    private static final int FRONT_CALLS = 200;
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final World world;
    private final Service.AsFunction function;
    private final Duration keepAlive;

    FunctionsRun(World world, Service.AsFunction function) {
        this(world, function, world.keepAlive());
    }

    private FunctionsRun(World world, Service.AsFunction function, Duration keepAlive) {
        this.world = world;
        this.function = function;
        this.keepAlive = keepAlive;
    }

    /** The same with idle environments kept for another time. */
    FunctionsRun keptFor(Duration other) {
        return new FunctionsRun(world, function, other);
    }

    /** As the model has it. */
    Deployment.Functions deployment(Distribution frontLatency) {
        return new Deployment.Functions(
                NAME,
                world.functionMegabytes(),
                Architecture.X86_64,
                Front.REST,
                frontLatency,
                0,
                new FunctionStart.Init(),
                new FunctionScaling(
                        new Distribution.Fixed(keepAlive.toNanos()),
                        Reuse.MOST_RECENT,
                        CONCURRENCY,
                        0,
                        FunctionScaling.Growth.LAMBDA),
                Front.REST.timeout(),
                Duration.ofSeconds(30),
                CpuLaw.LINUX,
                Map.of(),
                Map.of());
    }

    /** What the local front and the caller add to a call, one by one: latency less what the call's REPORT line says. */
    Distribution frontLatency() throws IOException, InterruptedException {
        ReportLines reports = new ReportLines();
        try (LocalFunctions functions = LocalFunctions.start(settings(1, Optional.empty()), reports);
                LoadGenerator caller = caller(functions)) {
            caller.sendOneByOne(FRONT_WARM_UP, 0, Duration.ZERO);
            for (int i = 0; i < FRONT_WARM_UP; i++) {
                reports.take(REPORT_LIMIT);
            }
            LoadGenerator.Seen seen = caller.sendOneByOne(FRONT_CALLS, 0, PAUSE);
            double[] nanos = new double[seen.latencyMicros().length];
            for (int i = 0; i < nanos.length; i++) {
                long spent = reports.take(REPORT_LIMIT).duration().toNanos();
                nanos[i] = Math.max(0, 1_000 * seen.latencyMicros()[i] - spent);
            }
            return new Distribution.Seen(nanos);
        }
    }

    Outcome burst(long seed) throws IOException, InterruptedException {
        try (LocalFunctions functions = LocalFunctions.start(
                        settings(CONCURRENCY, Optional.of(keepAlive)), OutputStream.nullOutputStream());
                LoadGenerator caller = caller(functions)) {
            LoadGenerator.Seen seen = caller.send(world.functions(), seed);
            LocalFunctions.Consumed used = functions.consumed();
            return new Outcome(
                    seen.requests(),
                    Map.of(Failure.UNAVAILABLE, seen.failed()),
                    Histograms.ofMicros(seen.latencyMicros()),
                    used.function().coldStarts(),
                    used.function().environmentsPeak(),
                    used.function().environmentsMean(),
                    0,
                    0,
                    new Consumption.OfFunctions(
                            Front.REST,
                            used.function().invocations(),
                            used.bodySteps(),
                            used.function().billedMillis(),
                            world.functionMegabytes(),
                            Architecture.X86_64,
                            used.bytesIn(),
                            used.bytesOut(),
                            used.function().platformLogBytes()));
        }
    }

    private LoadGenerator caller(LocalFunctions functions) {
        return new LoadGenerator(functions.uri(), world.samples(), world.payloads(), World.CLIENT_TIMEOUT);
    }

    private LocalFunctionsSettings settings(int concurrency, Optional<Duration> keepAlive) {
        return LocalFunctionsSettings.of(function.code())
                .withMemoryMegabytes(world.functionMegabytes())
                .withConcurrency(OptionalInt.of(concurrency))
                .withKeepAlive(keepAlive)
                .withEnvironment(function.environment());
    }
}
