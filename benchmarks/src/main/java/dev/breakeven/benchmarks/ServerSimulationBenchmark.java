package dev.breakeven.benchmarks;

import dev.breakeven.comparison.deployment.CreditTerms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.ServerTimes;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.comparison.workload.WorkloadFile;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a simulated request cost on four servers of two processors, three quarters busy? Bare, and with a bounded queue and
 * threads, alarms, CPU credits and callers who give up. One request is one operation; 100 ns are ten million a second.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args="ServerSimulationBenchmark -prof gc"</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ServerSimulationBenchmark {

    private static final int REQUESTS = 1_000_000;
    private static final int PER_SECOND = 300;
    private static final Distribution SERVICE = new Distribution.Exponential(20e6);
    private static final Distribution NO_TIME = new Distribution.Fixed(0);

    /** What is there besides processors. */
    public enum Parts {
        BARE,
        ALL;

        Deployment.Servers deployment() {
            return new Deployment.Servers(
                    "servers",
                    new Hosting.Ec2("t3.micro", "gp3", 8),
                    group(),
                    this == BARE ? Front.NONE : Front.ALB,
                    0,
                    NO_TIME,
                    0,
                    Map.of(),
                    Map.of());
        }

        private ServerGroup group() {
            int limit = this == BARE ? ServerGroup.UNLIMITED : 100;
            @Nullable CreditTerms credits = this == BARE ? null : new CreditTerms(12, 288, 0, true);
            ServerGroup.Host host = new ServerGroup.Host(2, ServerGroup.Discipline.PS, limit, limit, null, credits);
            ScalingPolicy scaling = this == BARE
                    ? new ScalingPolicy.None()
                    : new ScalingPolicy.Alarms(
                            ScalingPolicy.Metric.CPU, 90, 30, Duration.ofMinutes(1), 1, Duration.ofMinutes(6));
            return new ServerGroup(
                    host,
                    ServerGroup.Balancing.ROUND_ROBIN,
                    4,
                    4,
                    this == BARE ? 4 : 8,
                    scaling,
                    new Distribution.Fixed(90e9),
                    Duration.ofSeconds(20));
        }
    }

    @Param
    public Parts parts = Parts.BARE;

    private final Workload workload = workload();
    private Deployment.Servers deployment = parts.deployment();

    @Setup
    public void choose() {
        deployment = parts.deployment();
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public Outcome simulate() {
        return Simulation.run(workload, deployment, new ServerTimes(SERVICE, NO_TIME), 1_000, 1, Progress.SILENT);
    }

    private static Workload workload() {
        try {
            return WorkloadFile.read("steady:" + PER_SECOND + "/s", Duration.ofSeconds(REQUESTS / PER_SECOND))
                    .within(Duration.ofSeconds(10));
        } catch (BadInputException e) {
            throw new IllegalStateException("Our own workload is broken", e);
        }
    }
}
