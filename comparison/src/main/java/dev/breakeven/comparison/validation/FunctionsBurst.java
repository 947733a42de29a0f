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
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A burst on functions. */
final class FunctionsBurst implements Burst {

    /** Starts, each with its first calls; what follows is the rehearsal's. */
    private static final Effort STARTS =
            new Effort(8, 31, 32, Duration.ofSeconds(1), 30, Duration.ofMillis(300), Duration.ofMillis(20));

    /** Calls 2 to 31, of which each start has some, as far apart as in the burst. */
    private static final int YOUNG_STEPS = 4;

    private final FunctionsRun run;
    private final FunctionsRun.Rehearsing rehearsing;
    private final FunctionsRun.Rehearsal rehearsal;
    private final Workload crowd;
    private final Measurements measured;
    private final MeteringRules rules;

    private FunctionsBurst(
            FunctionsRun run,
            FunctionsRun.Rehearsing rehearsing,
            FunctionsRun.Rehearsal rehearsal,
            Workload crowd,
            Measurements measured,
            MeteringRules rules) {
        this.run = run;
        this.rehearsing = rehearsing;
        this.rehearsal = rehearsal;
        this.crowd = crowd;
        this.measured = measured;
        this.rules = rules;
    }

    /**
     * Measures what the prediction needs.
     */
    static FunctionsBurst prepare(World world, MeteringRules rules, Progress progress)
            throws IOException, InterruptedException, BadInputException {
        Service service = world.service();
        Service.AsFunction function = service.function().orElseThrow().with(World.FUNCTION_MEGABYTES);
        Service asFunction = new Service(service.name(), Optional.of(function), Optional.empty(), service.samples());
        HostMeasurement starts =
                new Measuring(asFunction, STARTS, progress).measure().function().orElseThrow();
        FunctionsRun run = new FunctionsRun(world, function);
        FunctionsRun.Rehearsing rehearsing = run.rehearse();
        try {
            WarmingUp.Warm warm = rehearsing.warmUp();
            Workload crowd = world.functions(warm.nanos());
            FunctionsRun.Rehearsal rehearsal = rehearsing.at(world.rehearsal(crowd));
            Measurements measured = Measurements.now(
                    service.name(),
                    Fingerprint.of(service),
                    List.of(underLoad(starts, warm.warmUp(), rehearsal)),
                    List.of());
            return new FunctionsBurst(run, rehearsing, rehearsal, crowd, measured, rules);
        } catch (IOException | InterruptedException | RuntimeException e) {
            rehearsing.close();
            throw e;
        }
    }

    /**
     * Starts as they were measured, and warm calls as they were in the rehearsal. What a call waits for there is mostly its share
     * of the processor, so that all of its duration is taken for CPU time.
     */
    private static HostMeasurement underLoad(HostMeasurement starts, WarmUp warmUp, FunctionsRun.Rehearsal rehearsal) {
        List<RouteMeasurement> routes = new ArrayList<>();
        for (int kind = 0; kind < starts.routes().size(); kind++) {
            RouteMeasurement route = starts.routes().get(kind);
            double bytes = route.typicalBytes();
            CpuTimes underLoad =
                    CpuTimes.fit(Arrays.stream(rehearsal.durationNanos().get(kind))
                            .mapToObj(nanos -> new CpuTimes.Call(route.typicalBytes(), Math.round(nanos)))
                            .toList());
            WarmUp young = route.warmUp()
                    .over(underLoad.nanosAtMean(bytes) / route.cpu().nanosAtMean(bytes));
            routes.add(route.withCpu(underLoad)
                    .withWarmUp(young.before(YOUNG_STEPS, warmUp))
                    .withWaits(Waits.fixed(Duration.ZERO)));
        }
        return new HostMeasurement(
                starts.processors(), starts.starts(), routes, starts.memoryBytesPeak(), starts.notes());
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
                World.FUNCTION_MEGABYTES,
                measured.function().orElseThrow().processors(),
                World.KEEP_ALIVE.toMillis() / 1e3,
                crowd.expectedRequests(),
                lasts().toSeconds());
    }

    @Override
    public Measurements measured() {
        return measured;
    }

    @Override
    public Duration lasts() {
        return crowd.duration();
    }

    @Override
    public List<Fault> faults() {
        return List.of(Fault.SERVICE_TIME, Fault.KEEP_ALIVE);
    }

    @Override
    public Outcome predict(Fault fault, long seed) {
        FunctionsRun believed = fault == Fault.KEEP_ALIVE ? run.keptFor(World.KEEP_ALIVE.dividedBy(4)) : run;
        return Simulation.run(
                crowd,
                believed.deployment(rehearsal.front()),
                fault == Fault.SERVICE_TIME ? Slower.by(1.3, measured) : measured,
                rules,
                seed);
    }

    @Override
    public Observed run(long seed) throws IOException, InterruptedException {
        return run.burst(crowd, seed);
    }

    @Override
    public double cpuNanosMedian() throws IOException, InterruptedException {
        return rehearsing.cpuNanosMedian();
    }

    @Override
    public void close() {
        rehearsing.close();
    }
}
