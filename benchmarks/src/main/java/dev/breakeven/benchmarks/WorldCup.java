package dev.breakeven.benchmarks;

import dev.breakeven.comparison.deployment.CpuLaw;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.simulation.FunctionTimes;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.ServerTimes;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.comparison.workload.WorkloadFile;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How long does the busiest day of the 1998 World Cup site take to simulate, on functions and on servers, request by request?
 * 1998-06-30: 75 million requests, 3,587 a second in the busiest minute. The file has a row for each minute, with a time and a
 * count; README.md says where it is from. Once, cold and in half a gigabyte, because that is how users run it.
 *
 * <pre>./mvnw -q -Dquick -pl benchmarks -am verify -Dworldcup=worldcup98-busiest-day.csv</pre>
 */
public final class WorldCup {

    private static final Distribution SERVICE = new Distribution.Exponential(20e6);
    private static final Distribution NO_TIME = new Distribution.Fixed(0);
    private static final double NANOS_PER_SECOND = 1e9;

    private WorldCup() {}

    public static void main(String[] arguments) throws IOException, BadInputException {
        Workload day = day(Path.of(arguments[0]).toAbsolutePath());
        FunctionTimes function = new FunctionTimes(SERVICE, new Distribution.Fixed(1e9), FunctionTimes.NO_WAIT);
        time(
                "functions",
                () -> Simulation.run(
                        day, functions(), function, new MeteringRules(1_000_000, true), 1, Progress.SILENT));
        time(
                "servers",
                () -> Simulation.run(day, servers(), new ServerTimes(SERVICE, NO_TIME), 1_000, 1, Progress.SILENT));
    }

    private static void time(String name, Supplier<Outcome> run) {
        long startNanos = System.nanoTime();
        Outcome outcome = run.get();
        double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        System.out.printf(
                Locale.ROOT,
                "%-9s  %,d requests in %.1f s: %,.0f requests/s; p99 %,.0f ms, %.2f %% failed, peak capacity %,d%n",
                name,
                outcome.requests(),
                seconds,
                outcome.requests() / seconds,
                outcome.latencyMillis(99),
                100.0 * outcome.failures() / outcome.requests(),
                outcome.peakCapacity());
    }

    private static Workload day(Path counts) throws IOException, BadInputException {
        Path file = Files.createTempFile("worldcup", ".yaml");
        try {
            Files.writeString(file, """
                    name: worldcup98
                    duration: 24h
                    arrivals:
                      - counts: {file: '%s', period: 1m}
                    requests:
                      - {route: GET /}
                    """.formatted(counts.toString().replace("'", "''")));
            return WorkloadFile.read(file.toString());
        } finally {
            Files.delete(file);
        }
    }

    private static Deployment.Functions functions() {
        return new Deployment.Functions(
                "functions",
                Deployment.Functions.MEGABYTES_PER_VCPU,
                Architecture.X86_64,
                Front.NONE,
                NO_TIME,
                0,
                new FunctionStart.Init(),
                FunctionScaling.onDemand(new Distribution.Uniform(294e9, 347e9), 1_000),
                Front.NONE.timeout(),
                Deployment.Functions.FUNCTION_TIMEOUT_MAX,
                CpuLaw.LAMBDA,
                Map.of(),
                Map.of());
    }

    /** Up to 60 of two processors: in the busiest minute 72 processors are asked for. */
    private static Deployment.Servers servers() {
        ServerGroup.Host host = new ServerGroup.Host(2, ServerGroup.Discipline.PS, 1_000, 1_000, null, null);
        ServerGroup group = new ServerGroup(
                host,
                ServerGroup.Balancing.ROUND_ROBIN,
                20,
                1,
                60,
                new ScalingPolicy.TargetTracking(60),
                new Distribution.Fixed(90e9),
                Duration.ofSeconds(20));
        return new Deployment.Servers(
                "servers", new Hosting.Ec2("t3.micro", "gp3", 8), group, Front.ALB, 2, NO_TIME, 0, Map.of(), Map.of());
    }
}
