package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Effort;
import dev.breakeven.comparison.measurement.Fingerprint;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.Measuring;
import dev.breakeven.comparison.measurement.Watched;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.function.FunctionPackage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A burst on functions. */
final class FunctionsTrial implements Trial {

    static final Effort EFFORT = new Effort(12, 32, 1_500, Duration.ofSeconds(15), Duration.ofSeconds(3));

    private static final int CALLS_AGAIN = 300;
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);

    private final World world;
    private final FunctionsRun run;
    private final FunctionPackage code;
    private final Watched watched;
    private final Measurements measured;
    private final Distribution frontLatency;
    private final MeteringRules rules;

    private FunctionsTrial(
            World world,
            FunctionsRun run,
            FunctionPackage code,
            Watched watched,
            Measurements measured,
            Distribution frontLatency,
            MeteringRules rules) {
        this.world = world;
        this.run = run;
        this.code = code;
        this.watched = watched;
        this.measured = measured;
        this.frontLatency = frontLatency;
        this.rules = rules;
    }

    /** Measures what the prediction needs. */
    static FunctionsTrial prepare(Service service, World world, MeteringRules rules, Progress progress)
            throws IOException, InterruptedException, BadInputException {
        Service.AsFunction function = service.function().orElseThrow();
        FunctionPackage code = function.code()
                .open(new FunctionConfiguration(
                        function.code().handlerName(), world.functionMegabytes(), CALL_LIMIT, function.environment()));
        try {
            Watched watched = new Measuring(service, EFFORT, progress).watchFunction(code, world.functionMegabytes());
            try {
                Measurements measured = Measurements.now(
                        service.name(), Fingerprint.of(service), List.of(watched.measurement()), List.of());
                FunctionsRun run = new FunctionsRun(world, function);
                return new FunctionsTrial(world, run, code, watched, measured, run.frontLatency(), rules);
            } catch (IOException | InterruptedException | RuntimeException e) {
                watched.close();
                throw e;
            }
        } catch (IOException | InterruptedException | BadInputException | RuntimeException e) {
            code.close();
            throw e;
        }
    }

    @Override
    public String deployment() {
        return FunctionsRun.NAME;
    }

    @Override
    public String world() {
        return String.format(
                Locale.ROOT,
                "%,d MB, which is %.2f of a processor in periods of 20 ms; idle environments are kept for %.1f s; about %,.0f"
                        + " requests in %d s",
                world.functionMegabytes(),
                watched.measurement().processors(),
                world.keepAlive().toMillis() / 1e3,
                world.functions().expectedRequests(),
                lasts().toSeconds());
    }

    @Override
    public Measurements measured() {
        return measured;
    }

    @Override
    public Duration lasts() {
        return world.functions().duration();
    }

    @Override
    public Outcome predict(Fault fault, long seed) {
        FunctionsRun believed =
                fault == Fault.KEEP_ALIVE ? run.keptFor(world.keepAlive().dividedBy(4)) : run;
        return Simulation.run(
                world.functions(),
                believed.deployment(frontLatency),
                fault == Fault.SERVICE_TIME ? Slower.by(1.3, measured) : measured,
                rules,
                seed);
    }

    @Override
    public Outcome run(long seed) throws IOException, InterruptedException {
        return run.burst(seed);
    }

    @Override
    public double cpuNanosMedian() throws IOException, InterruptedException, BadInputException {
        return watched.cpuNanosMedian(CALLS_AGAIN);
    }

    @Override
    public void close() {
        watched.close();
        code.close();
    }
}
