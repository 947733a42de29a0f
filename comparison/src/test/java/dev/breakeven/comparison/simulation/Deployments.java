package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.CpuLaw;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.FunctionStart;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Deployments and workloads without frills, for tests of the laws. */
public final class Deployments {

    /** Rounded up to a millisecond, init included, as since 2025-08. */
    public static final MeteringRules RULES = new MeteringRules(1_000_000, true);

    private Deployments() {}

    public static Deployment.Functions functions(Duration keepAlive, int concurrency) {
        return functions(FunctionScaling.onDemand(new Distribution.Fixed(keepAlive.toNanos()), concurrency));
    }

    public static Deployment.Functions functions(FunctionScaling scaling) {
        return functions(scaling, Front.NONE);
    }

    public static Deployment.Functions functions(FunctionScaling scaling, Front front) {
        return functions(scaling, front, Deployment.Functions.FUNCTION_TIMEOUT_MAX);
    }

    public static Deployment.Functions functions(FunctionScaling scaling, Front front, Duration functionTimeout) {
        return new Deployment.Functions(
                "functions",
                Deployment.Functions.MEGABYTES_PER_VCPU,
                Architecture.X86_64,
                front,
                new Distribution.Fixed(0),
                0,
                new FunctionStart.Init(),
                scaling,
                front.timeout(),
                functionTimeout,
                CpuLaw.LAMBDA,
                Map.of(),
                Map.of());
    }

    public static Deployment.Servers server(int vcpus) {
        ServerGroup.Host host = new ServerGroup.Host(
                vcpus, ServerGroup.Discipline.PS, ServerGroup.UNLIMITED, ServerGroup.UNLIMITED, null, null);
        return servers(ServerGroup.single(host));
    }

    public static Deployment.Servers servers(ServerGroup group) {
        return new Deployment.Servers(
                "server",
                new Hosting.Ec2("t4g.nano", "gp3", 8),
                group,
                Front.NONE,
                0,
                new Distribution.Fixed(0),
                0,
                Map.of(),
                Map.of());
    }

    public static Workload steady(double perSecond, Duration duration) {
        return new Workload(
                "steady", duration, List.of(RateSteps.steady(perSecond)), Measured.MIX, Duration.ofHours(1), List.of());
    }
}
