package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Deployments and workloads without frills, for tests of the laws. */
public final class Deployments {

    private Deployments() {}

    public static Deployment.Functions functions(Duration keepAlive, int concurrency) {
        return new Deployment.Functions(
                "functions",
                Deployment.Functions.MEGABYTES_PER_VCPU,
                "x86_64",
                new Distribution.Fixed(0),
                0,
                new Distribution.Fixed(keepAlive.toNanos()),
                concurrency,
                Duration.ofSeconds(29),
                Map.of(),
                Map.of());
    }

    public static Deployment.SingleServer server(int vcpus) {
        return new Deployment.SingleServer("server", "t4g.nano", vcpus, 8, 0.05, Map.of(), Map.of());
    }

    public static Workload steady(double perSecond, Duration duration) {
        return new Workload(
                "steady", duration, List.of(RateSteps.steady(perSecond)), Measured.MIX, Duration.ofHours(1), List.of());
    }
}
