package dev.breakeven.benchmarks;

import dev.breakeven.comparison.deployment.CpuLaw;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.simulation.FunctionTimes;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does one request of a function take to simulate, drawing random times, filling the histogram and billing the call
 * included? The load is that of {@code pacslab/simfaas}: 1.991 s warm, 2.244 s cold, kept for 600 s. By the rate, which
 * keeps 2 to 10,000 environments busy; the time should grow no faster than the logarithm of their number. With {@code -prof gc} it shows that a request
 * allocates nothing: {@code gc.alloc.rate.norm} is what a whole run sets up, over its requests.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args="FunctionSimulationBenchmark -prof gc"</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FunctionSimulationBenchmark {

    private static final int REQUESTS = 2_000_000;
    private static final double WARM_SECONDS = 1.991;
    private static final double NANOS_PER_SECOND = 1e9;

    @Param({"0.9", "9", "90", "900", "5023"})
    public double perSecond = 90;

    private long seed;

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public Outcome simulate() {
        Workload workload = new Workload(
                "steady",
                Duration.ofNanos(Math.round(REQUESTS / perSecond * NANOS_PER_SECOND)),
                List.of(RateSteps.steady(perSecond)),
                new RequestMix(List.of(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(0)))),
                Duration.ofHours(1),
                List.of());
        FunctionTimes times = new FunctionTimes(
                new Distribution.Exponential(WARM_SECONDS * NANOS_PER_SECOND),
                new Distribution.Exponential(2.244 * NANOS_PER_SECOND),
                FunctionTimes.NO_WAIT);
        return Simulation.run(
                workload, functions(), times, new MeteringRules(1_000_000, true), ++seed, Progress.SILENT);
    }

    private Deployment.Functions functions() {
        return new Deployment.Functions(
                "functions",
                Deployment.Functions.MEGABYTES_PER_VCPU,
                Architecture.X86_64,
                Front.NONE,
                new Distribution.Fixed(0),
                0,
                new FunctionStart.Init(),
                FunctionScaling.onDemand(
                        new Distribution.Fixed(600 * NANOS_PER_SECOND), (int) Math.ceil(10 * WARM_SECONDS * perSecond)),
                Front.NONE.timeout(),
                Deployment.Functions.FUNCTION_TIMEOUT_MAX,
                CpuLaw.LAMBDA,
                Map.of(),
                Map.of());
    }
}
