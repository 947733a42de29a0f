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
import dev.breakeven.comparison.simulation.Failure;
import dev.breakeven.comparison.simulation.LocalUse;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.gateway.FrontKind;
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
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** A burst on local functions behind a REST API, and the deployment that it is in the model. */
final class FunctionsRun {

    static final String NAME = Trials.Kind.FUNCTIONS.option();
    private static final int CONCURRENCY = 8;
    private static final int REHEARSAL_CONCURRENCY = 1;
    private static final Duration WARM_UP_MAX = Duration.ofSeconds(15);
    private static final long REHEARSAL_SEED = 0;
    private static final double FIRST_QUANTILE = 0.05;
    private static final double QUANTILE_STEP = 0.1;
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(30);

    private final World world;
    private final Service.AsFunction function;
    private final Duration keepAlive;

    FunctionsRun(World world, Service.AsFunction function) {
        this(world, function, World.KEEP_ALIVE);
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
                World.FUNCTION_MEGABYTES,
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

    /** One environment, for the rehearsal. */
    Rehearsing rehearse() throws IOException {
        ReportLines reports = new ReportLines();
        LocalFunctions functions = LocalFunctions.start(settings(REHEARSAL_CONCURRENCY, Optional.empty()), reports);
        return new Rehearsing(functions, caller(functions), reports);
    }

    /**
     * What was seen of a rehearsal: the same requests at about the same rate, for a process that is busy now and then, on a machine
     * that is too, is neither as fast as one that never rests nor as slow as one that is called out of its sleep.
     *
     * @param front what the local front and the caller add, in nanoseconds: latencies less REPORT lines, quantile by quantile
     * @param durationNanos by kind, of warm calls, by their REPORT lines
     */
    record Rehearsal(Distribution front, List<double[]> durationNanos) {}

    /** One environment that is called until it is warm, then as in the burst, and then now and again. */
    final class Rehearsing implements AutoCloseable {

        private final LocalFunctions functions;
        private final LoadGenerator caller;
        private final ReportLines reports;

        private Rehearsing(LocalFunctions functions, LoadGenerator caller, ReportLines reports) {
            this.functions = functions;
            this.caller = caller;
            this.reports = reports;
        }

        WarmingUp.Warm warmUp() throws IOException, InterruptedException {
            IntSupplier kinds = world.kinds(REHEARSAL_SEED);
            return WarmingUp.up(1, WARM_UP_MAX, count -> {
                caller.sendOneByOne(count, kinds, Duration.ZERO);
                return Arrays.stream(durations(count)).sum();
            });
        }

        Rehearsal at(Workload rate) throws IOException, InterruptedException {
            LoadGenerator.Seen seen = caller.send(rate, REHEARSAL_SEED);
            int[] kinds = seen.kindsAnswered();
            double[] durations = durations(kinds.length);
            List<double[]> ofKinds = IntStream.range(0, world.samples().size())
                    .mapToObj(kind -> IntStream.range(0, kinds.length)
                            .filter(i -> kinds[i] == kind)
                            .mapToDouble(i -> durations[i])
                            .toArray())
                    .toList();
            double[] all = durations.clone();
            Arrays.sort(all);
            double[] latencies = Arrays.stream(seen.latencyMicros())
                    .mapToDouble(micros -> 1_000.0 * micros)
                    .sorted()
                    .toArray();
            List<Double> added = new ArrayList<>();
            for (double share = FIRST_QUANTILE; share < 1; share += QUANTILE_STEP) {
                added.add(Math.max(0, quantile(latencies, share) - quantile(all, share)));
            }
            Distribution front = new Distribution.Seen(
                    added.stream().mapToDouble(nanos -> nanos).toArray());
            return new Rehearsal(front, ofKinds);
        }

        private static double quantile(double[] sorted, double share) {
            return sorted[(int) (share * sorted.length)];
        }

        /** By the REPORT lines, in the order of the calls. */
        private double[] durations(int calls) throws IOException, InterruptedException {
            double[] nanos = new double[calls];
            for (int i = 0; i < calls; i++) {
                nanos[i] = reports.take(REPORT_LIMIT).duration().toNanos();
            }
            return nanos;
        }

        double cpuNanosMedian() throws IOException, InterruptedException {
            IntSupplier kinds = world.kinds(REHEARSAL_SEED);
            return Steadiness.cpuNanosMedian(count -> {
                Duration before = functions.cpuTime();
                caller.sendOneByOne(count, kinds, Duration.ZERO);
                durations(count);
                return functions.cpuTime().minus(before).toNanos();
            });
        }

        @Override
        public void close() {
            caller.close();
            functions.close();
        }
    }

    Observed burst(Workload crowd, long seed) throws IOException, InterruptedException {
        try (LocalFunctions functions = LocalFunctions.start(
                        settings(CONCURRENCY, Optional.of(keepAlive)), OutputStream.nullOutputStream());
                LoadGenerator caller = caller(functions)) {
            LoadGenerator.Seen seen = caller.send(crowd, seed);
            LocalFunctions.Consumed used = functions.consumed();
            Outcome outcome = new Outcome(
                    seen.requests(),
                    Map.of(Failure.UNAVAILABLE, seen.failed()),
                    Histograms.ofMicros(seen.latencyMicros()),
                    used.function().coldStarts(),
                    used.function().environmentsPeak(),
                    used.function().environmentsMean(),
                    0,
                    0,
                    LocalUse.of(used, FrontKind.REST, World.FUNCTION_MEGABYTES).consumption());
            return new Observed(outcome, seen.lateMillis());
        }
    }

    private LoadGenerator caller(LocalFunctions functions) {
        return new LoadGenerator(functions.uri(), world.samples(), World.CLIENT_TIMEOUT);
    }

    private LocalFunctionsSettings settings(int concurrency, Optional<Duration> keepAlive) {
        return LocalFunctionsSettings.of(function.code())
                .withMemoryMegabytes(World.FUNCTION_MEGABYTES)
                .withConcurrency(OptionalInt.of(concurrency))
                .withKeepAlive(keepAlive)
                .withEnvironment(function.environment());
    }
}
