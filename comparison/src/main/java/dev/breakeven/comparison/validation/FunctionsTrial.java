package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.CpuTimes;
import dev.breakeven.comparison.measurement.Effort;
import dev.breakeven.comparison.measurement.Fingerprint;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.Measuring;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.measurement.Waits;
import dev.breakeven.comparison.measurement.WarmUp;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A burst on functions. */
final class FunctionsTrial implements Trial {

    static final Effort EFFORT =
            new Effort(8, 15, 16, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(10));

    /** Calls 2 to 15, of which each start has some; those that follow are the rehearsal's. */
    private static final int YOUNG_STEPS = 3;

    /** Until the process that is asked before and after is as fast as it will be. */
    private static final int CALLS_TO_WARM = 1_500;

    private static final int CALLS_AGAIN = 400;
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
                FunctionsRun run = new FunctionsRun(world, function);
                FunctionsRun.Rehearsal rehearsal = run.rehearse();
                Measurements measured = Measurements.now(
                        service.name(),
                        Fingerprint.of(service),
                        List.of(underLoad(watched.measurement(), rehearsal)),
                        List.of());
                Distribution frontLatency = rehearsal.front();
                return new FunctionsTrial(world, run, code, watched, measured, frontLatency, rules);
            } catch (IOException | InterruptedException | RuntimeException e) {
                watched.close();
                throw e;
            }
        } catch (IOException | InterruptedException | BadInputException | RuntimeException e) {
            code.close();
            throw e;
        }
    }

    /** Warm calls as they were in the rehearsal; what waits there is of the share, so all of it is taken for CPU time. */
    static HostMeasurement underLoad(HostMeasurement atRest, FunctionsRun.Rehearsal rehearsal) {
        List<RouteMeasurement> routes = new ArrayList<>();
        for (int kind = 0; kind < atRest.routes().size(); kind++) {
            RouteMeasurement route = atRest.routes().get(kind);
            List<CpuTimes.Call> calls = Arrays.stream(rehearsal.durationNanos().get(kind))
                    .mapToObj(nanos -> new CpuTimes.Call(route.typicalBytes(), Math.round(nanos)))
                    .toList();
            CpuTimes underLoad = CpuTimes.fit(calls);
            double bytes = route.typicalBytes();
            double warmNanos = underLoad.nanosAtMean(bytes);
            WarmUp young = route.warmUp().over(warmNanos / route.cpu().nanosAtMean(bytes));
            WarmUp warmUp =
                    young.before(YOUNG_STEPS, WarmUp.of(rehearsal.warmingUp().get(kind), warmNanos));
            routes.add(route.withCpu(underLoad).withWarmUp(warmUp).withWaits(Waits.fixed(Duration.ZERO)));
        }
        return new HostMeasurement(
                atRest.processors(), atRest.starts(), routes, atRest.memoryBytesPeak(), atRest.notes());
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
    public void warm() throws IOException, InterruptedException, BadInputException {
        watched.cpuNanosMedian(CALLS_TO_WARM);
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
