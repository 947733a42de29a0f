package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.deployment.CpuLaw;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.deployment.Reuse;
import dev.breakeven.comparison.measurement.ReportLine;
import dev.breakeven.comparison.measurement.ReportLines;
import dev.breakeven.comparison.measurement.WarmUp;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A burst on local functions behind a REST API, and the deployment that it is in the model. */
final class FunctionsRun {

    static final String NAME = "functions";
    private static final int CONCURRENCY = 8;
    private static final int REHEARSAL_CONCURRENCY = 1;
    private static final int WARM_UP = 3_000;
    private static final double FIRST_QUANTILE = 0.05;
    private static final double QUANTILE_STEP = 0.1;
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(30);

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

    /**
     * What was seen of a rehearsal: the same requests at about the same rate, for a process that is busy now and then, on a machine
     * that is too, is neither as fast as one that never rests nor as slow as one that is called out of its sleep.
     *
     * @param front what the local front and the caller add, in nanoseconds: latencies less REPORT lines, quantile by quantile
     * @param warmingUp by kind, the calls of a process from the second on, without a rest between them
     * @param durationNanos by kind, of warm calls, by their REPORT lines
     */
    record Rehearsal(Distribution front, List<List<WarmUp.Call>> warmingUp, List<double[]> durationNanos) {}

    Rehearsal rehearse() throws IOException, InterruptedException {
        List<double[]> durations = new ArrayList<>();
        List<List<WarmUp.Call>> warmingUp = new ArrayList<>();
        List<Double> added = new ArrayList<>();
        for (int kind = 0; kind < world.samples().size(); kind++) {
            ReportLines reports = new ReportLines();
            try (LocalFunctions functions =
                            LocalFunctions.start(settings(REHEARSAL_CONCURRENCY, Optional.empty()), reports);
                    LoadGenerator caller = caller(functions)) {
                caller.sendOneByOne(WARM_UP, kind, Duration.ZERO);
                double[] young = warmNanos(reports, WARM_UP);
                warmingUp.add(IntStream.range(0, young.length)
                        .mapToObj(i -> new WarmUp.Call(i + 2, young[i]))
                        .toList());
                LoadGenerator.Seen seen = caller.send(world.rehearsal(kind, world.functions()), kind, kind);
                double[] warm = settled(warmNanos(reports, seen.latencyMicros().length));
                double[] latencies = settled(Arrays.stream(seen.latencyMicros())
                        .mapToDouble(micros -> 1_000.0 * micros)
                        .toArray());
                durations.add(warm);
                for (double share = FIRST_QUANTILE; share < 1; share += QUANTILE_STEP) {
                    added.add(Math.max(0, quantile(latencies, share) - quantile(warm, share)));
                }
            }
        }
        return new Rehearsal(
                new Distribution.Seen(added.stream().mapToDouble(nanos -> nanos).toArray()), warmingUp, durations);
    }

    /** Without the beginning, in rising order. */
    private static double[] settled(double[] all) {
        double[] rest = Arrays.copyOfRange(all, all.length / 4, all.length);
        Arrays.sort(rest);
        return rest;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * sorted.length)];
    }

    private static double[] warmNanos(ReportLines reports, int calls) throws IOException, InterruptedException {
        List<ReportLine> lines = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            lines.add(reports.take(REPORT_LIMIT));
        }
        return lines.stream()
                .filter(line -> line.init().isEmpty())
                .mapToDouble(line -> (double) line.duration().toNanos())
                .toArray();
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
