package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Servers that are alike behind a balancer.
 *
 * @param instances how many there are in the beginning, warm
 * @param launchNanos from the decision until a new one serves: boot, start of the application, first passed check
 * @param drain how long one that is taken out may go on with what it has begun
 * @param healthChecks of servers that serve; null if nobody asks
 */
public record ServerGroup(
        Host host,
        Balancing balancing,
        int instances,
        int instancesMin,
        int instancesMax,
        ScalingPolicy scaling,
        Distribution launchNanos,
        Duration drain,
        @Nullable HealthChecks healthChecks) {

    /** As many as there may be. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int INSTANCES_MAX = 100_000;

    /** In what order requests get the processors of a server. */
    public enum Discipline {
        /** All at once, an equal share each, none more than one processor: threads under a time-sharing kernel. */
        PS,
        /** As many at a time as there are processors, the others in the order of their arrival. */
        FCFS
    }

    /** Which server gets a request. */
    public enum Balancing {
        ROUND_ROBIN,
        LEAST_OUTSTANDING,
        /** The one with the fewest requests; when all are full, requests wait in the balancer, at most 1,024 of them. */
        CLASSIC,
        /** Lambda's own: the one with the fewest requests; when all are full, requests are throttled. */
        LAMBDA
    }

    /**
     * One server.
     *
     * @param threads requests that it works at or waits for at a time
     * @param queue requests that wait for a thread; more are refused
     */
    public record Host(
            int vcpus,
            Discipline discipline,
            int threads,
            int queue,
            @Nullable QuotaTerms quota,
            @Nullable CreditTerms credits) {

        public Host {
            if (vcpus < 1 || vcpus > 1_024 || threads < 1 || queue < 0) {
                throw new IllegalArgumentException(
                        "a server has 1 to 1024 vCPUs, 1 thread and up and a queue of 0 and up");
            }
        }

        Host withThreads(int others) {
            return new Host(vcpus, discipline, others, queue, quota, credits);
        }

        /** How many processors' time it has, which is what its use is a part of. */
        public double processors() {
            return quota == null ? vcpus : Math.min(vcpus, quota.processors());
        }
    }

    public ServerGroup {
        if (instancesMin < 1 || instancesMin > instances || instances > instancesMax || instances > INSTANCES_MAX) {
            throw new IllegalArgumentException("of " + instancesMin + " to " + instancesMax + " instances there are "
                    + instances
                    + " in the beginning; at least 1, the least at most and the most at least as many as that,"
                    + " and up to 100000 are accepted");
        }
    }

    /** What the model itself takes for true of such servers. */
    public List<Assumption> assumptions() {
        List<Assumption> assumptions = new ArrayList<>();
        if (scaling instanceof ScalingPolicy.TargetTracking) {
            assumptions.add(new Assumption(
                    "target-tracking",
                    "three minutes above the target, or fifteen below nine tenths of it",
                    Assumption.NO_SOURCE));
        }
        @Nullable CreditTerms credits = host.credits();
        if (credits != null && !credits.unlimited()) {
            assumptions.add(new Assumption(
                    "credits-exhausted", "a quota of the baseline in periods of 20 ms", Assumption.NO_SOURCE));
        }
        if (healthChecks != null) {
            assumptions.add(
                    balancing == Balancing.CLASSIC
                            ? new Assumption("all-unhealthy", "nobody gets requests", Assumption.NO_SOURCE)
                            : new Assumption(
                                    "all-unhealthy",
                                    "all get requests, as if all were healthy",
                                    "awsdocs/elb-application-load-balancers-user-guide, target-group-health-checks.md"));
        }
        return assumptions;
    }

    /** Servers of whose health nobody asks. */
    public ServerGroup(
            Host host,
            Balancing balancing,
            int instances,
            int instancesMin,
            int instancesMax,
            ScalingPolicy scaling,
            Distribution launchNanos,
            Duration drain) {
        this(host, balancing, instances, instancesMin, instancesMax, scaling, launchNanos, drain, null);
    }

    /** The same servers, asked again and again whether they are well. */
    public ServerGroup withHealthChecks(@Nullable HealthChecks checks) {
        return new ServerGroup(
                host, balancing, instances, instancesMin, instancesMax, scaling, launchNanos, drain, checks);
    }

    /** Servers that work at so many requests at a time, or fewer where they did so before. */
    public ServerGroup withThreadsAtMost(int threads) {
        return new ServerGroup(
                host.withThreads(Math.min(threads, host.threads())),
                balancing,
                instances,
                instancesMin,
                instancesMax,
                scaling,
                launchNanos,
                drain,
                healthChecks);
    }

    /** The same with so many in the beginning and at the least; at the most as many as before, or these. */
    public ServerGroup withInstances(int count) {
        return new ServerGroup(
                host,
                balancing,
                count,
                count,
                Math.max(count, instancesMax),
                scaling,
                launchNanos,
                drain,
                healthChecks);
    }

    /** One server on its own, which no second one replaces. */
    public static ServerGroup single(Host host) {
        return new ServerGroup(
                host,
                Balancing.ROUND_ROBIN,
                1,
                1,
                1,
                new ScalingPolicy.None(),
                new Distribution.Fixed(0),
                Duration.ZERO);
    }
}
