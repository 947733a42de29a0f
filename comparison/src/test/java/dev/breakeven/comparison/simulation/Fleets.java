package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.CreditTerms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.QuotaTerms;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Groups of servers with numbers of a test's own choosing, and runs of them. */
final class Fleets {

    static final long SECOND = 1_000_000_000L;

    private static final int UNLIMITED = ServerGroup.UNLIMITED;
    private static final Distribution NO_TIME = new Distribution.Fixed(0);

    private Fleets() {}

    /** A run and all that it counted. */
    record Run(long requests, Tally tally, ServerFleet fleet, ServerGroup group, Outcome outcome) {

        double meanSeconds() {
            return tally.latencyMicros().getMean() / 1e6;
        }

        double failedShare(Failure failure) {
            return tally.failed().getOrDefault(failure, 0L) / (double) requests;
        }

        long answered() {
            return tally.latencyMicros().getTotalCount();
        }

        double utilisation() {
            return fleet.workNanos() / group.host().vcpus() / fleet.servingNanos();
        }
    }

    static ServerGroup.Host host(int vcpus, ServerGroup.Discipline discipline) {
        return new ServerGroup.Host(vcpus, discipline, UNLIMITED, UNLIMITED, null, null);
    }

    static ServerGroup.Host host(int vcpus, int threads, int queue) {
        return new ServerGroup.Host(vcpus, ServerGroup.Discipline.PS, threads, queue, null, null);
    }

    static ServerGroup.Host host(int vcpus, @Nullable QuotaTerms quota, @Nullable CreditTerms credits) {
        return new ServerGroup.Host(vcpus, ServerGroup.Discipline.PS, UNLIMITED, UNLIMITED, quota, credits);
    }

    static ServerGroup fixed(int instances, ServerGroup.Host host) {
        return fixed(instances, host, ServerGroup.Balancing.ROUND_ROBIN);
    }

    static ServerGroup fixed(int instances, ServerGroup.Host host, ServerGroup.Balancing balancing) {
        return new ServerGroup(
                host, balancing, instances, instances, instances, new ScalingPolicy.None(), NO_TIME, Duration.ZERO);
    }

    static ServerGroup scaled(ServerGroup.Host host, int max, ScalingPolicy scaling, Duration launch) {
        return new ServerGroup(
                host,
                ServerGroup.Balancing.ROUND_ROBIN,
                1,
                1,
                max,
                scaling,
                new Distribution.Fixed(launch.toNanos()),
                Duration.ofSeconds(20));
    }

    /** Every request takes a time of its own from the distribution, the same in every run with the same seed. */
    static ServerWork work(Distribution cpu, Duration wait, long bytes, long seed) {
        RandomGenerator random = RequestStream.generator(seed, "service");
        return new ServerWork() {
            @Override
            public double cpuNanos(RequestStream request) {
                return cpu.sample(random);
            }

            @Override
            public long waitNanos(RequestStream request) {
                return wait.toNanos();
            }

            @Override
            public long responseBytes(RequestStream request) {
                return bytes;
            }
        };
    }

    static Run run(ServerGroup group, double perSecond, Distribution cpu, Duration duration, long seed) {
        return run(group, Deployments.steady(perSecond, duration), work(cpu, Duration.ZERO, 1_000, seed), seed);
    }

    static Run run(ServerGroup group, Workload workload, ServerWork work, long seed) {
        return run(Deployments.servers(group), workload, work, seed);
    }

    /** A run that is checked for what holds on every one. */
    static Run run(Deployment.Servers servers, Workload workload, ServerWork work, long seed) {
        WatchedWork watched = new WatchedWork(work);
        RequestStream stream = workload.requests(seed);
        Tally tally = new Tally(
                workload.clientTimeout().toNanos(), servers.front().timeout().toNanos());
        FrontDoor front = new FrontDoor(servers.front(), false, servers.frontLatency(), seed);
        ServerFleet fleet = new ServerFleet(servers.group(), watched, stream, front, tally, seed);
        fleet.run(workload.duration().toNanos(), Progress.SILENT);
        Outcome outcome = ServerSimulation.outcome(servers, stream, front, tally, fleet);
        Checked.check(outcome, servers.group(), watched, fleet);
        return new Run(stream.count(), tally, fleet, servers.group(), outcome);
    }

    static Workload within(Workload workload, Duration clientTimeout) {
        return new Workload(
                workload.name(),
                workload.duration(),
                workload.arrivals(),
                workload.mix(),
                clientTimeout,
                workload.notes());
    }
}
