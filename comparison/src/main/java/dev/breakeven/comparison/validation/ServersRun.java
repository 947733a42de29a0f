package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.deployment.QuotaTerms;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Failure;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import dev.breakeven.localcloud.server.BalancerTerms;
import dev.breakeven.localcloud.server.GroupTerms;
import dev.breakeven.localcloud.server.LocalServers;
import dev.breakeven.localcloud.server.ServersConsumed;
import dev.breakeven.localcloud.server.ServersSettings;
import dev.breakeven.localcloud.server.TimeScale;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A crowd on local servers behind a load balancer, and the deployment that they are in the model. */
final class ServersRun {

    private static final Hosting HOSTING = new Hosting.Ec2("t3.micro", "gp3", 8);
    private static final int THREADS = 200;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration COOLDOWN = Duration.ofMinutes(2);
    private static final Duration REHEARSAL = Duration.ofSeconds(7);
    private static final long REHEARSAL_SEED = 0;

    private final String name;
    private final World world;
    private final Service.AsServer server;
    private final Workload workload;
    private final Size size;
    private final Consumer<String> log;

    /**
     * How many servers of what size.
     *
     * @param vcpus on which an instance runs
     * @param share of a processor that it gets; all of them if empty
     * @param warmUpCalls for each instance before the crowd comes
     */
    record Size(int vcpus, OptionalDouble share, int min, int max, int warmUpCalls) {}

    ServersRun(String name, World world, Service.AsServer server, Workload workload, Size size, Consumer<String> log) {
        this.name = name;
        this.world = world;
        this.server = server;
        this.workload = workload;
        this.size = size;
        this.log = log;
    }

    Workload workload() {
        return workload;
    }

    String name() {
        return name;
    }

    /**
     * As the model has it, in the time of this world.
     *
     * @param fewer instances than there are, if the model is to be wrong
     */
    Deployment.Servers deployment(Distribution frontLatency, Distribution launch, int fewer) {
        @Nullable
        QuotaTerms quota =
                size.share().isPresent() ? new QuotaTerms(size.share().getAsDouble(), CpuShare.LAMBDA_PERIOD) : null;
        ServerGroup group = new ServerGroup(
                new ServerGroup.Host(
                        size.vcpus(), ServerGroup.Discipline.PS, THREADS, ServerGroup.UNLIMITED, quota, null),
                ServerGroup.Balancing.ROUND_ROBIN,
                size.min() - fewer,
                size.min() - fewer,
                size.max() - fewer,
                policy(world.timeScale()),
                launch,
                scaled(DRAIN, world.timeScale()));
        return new Deployment.Servers(name, HOSTING, group, Front.ALB, 2, frontLatency, 0, Map.of(), Map.of());
    }

    private ScalingPolicy policy(double timeScale) {
        return size.min() == size.max()
                ? new ScalingPolicy.None()
                : new ScalingPolicy.Alarms(
                        ScalingPolicy.Metric.CPU,
                        world.scaleOutPercent(),
                        world.scaleOutPercent() / 5,
                        scaled(PERIOD, timeScale),
                        1,
                        scaled(COOLDOWN, timeScale));
    }

    private static Duration scaled(Duration modelled, double timeScale) {
        return Duration.ofNanos(Math.round(modelled.toNanos() / timeScale));
    }

    /** The servers, warm and waiting for the crowd. */
    final class Ready implements AutoCloseable {

        private final LocalServers servers;
        private final LoadGenerator caller;
        private final Rehearsal rehearsal;

        private Ready(LocalServers servers, LoadGenerator caller, Rehearsal rehearsal) {
            this.servers = servers;
            this.caller = caller;
            this.rehearsal = rehearsal;
        }

        Rehearsal rehearsal() {
            return rehearsal;
        }

        Outcome run(long seed) throws InterruptedException {
            ServersConsumed before = servers.consumed();
            servers.resumeScaling();
            LoadGenerator.Seen seen = caller.send(workload, seed);
            ServersConsumed after = servers.consumed();
            servers.suspendScaling();
            double elapsed = after.elapsed().minus(before.elapsed()).toNanos() * world.timeScale();
            double instances = after.instanceTime().minus(before.instanceTime()).toNanos() / elapsed;
            return new Outcome(
                    seen.requests(),
                    Map.of(Failure.UNAVAILABLE, seen.failed()),
                    Histograms.ofMicros(seen.latencyMicros()),
                    0,
                    after.peakInstances(),
                    instances,
                    0,
                    0,
                    new Consumption.OfServers(
                            HOSTING,
                            instances,
                            0,
                            Front.ALB,
                            2,
                            after.requests() - before.requests(),
                            after.requests() - before.requests(),
                            after.bytesIn() - before.bytesIn(),
                            after.bytesOut() - before.bytesOut()));
        }

        @Override
        public void close() {
            caller.close();
            servers.close();
        }
    }

    /**
     * What was seen of a rehearsal at the rate with which the crowd begins: a server that is busy now and then takes less CPU time
     * for a request than one that is called out of its sleep.
     *
     * @param cpuNanos of a request, on average
     * @param latencyMicros in rising order
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, and read.
    record Rehearsal(double cpuNanos, long[] latencyMicros) {}

    /** Starts as many as there are at the least, calls them until they are warm, and rehearses. */
    Ready start() throws IOException, InterruptedException {
        LocalServers servers = LocalServers.start(settings(), log);
        LoadGenerator caller =
                new LoadGenerator(servers.uri(), world.samples(), world.payloads(), World.CLIENT_TIMEOUT);
        try {
            servers.suspendScaling();
            for (int kind = 0; kind < world.samples().size(); kind++) {
                caller.sendOneByOne(
                        size.warmUpCalls() * size.min() / world.samples().size(), kind, Duration.ZERO);
            }
            Duration before = servers.cpuTime();
            LoadGenerator.Seen seen = caller.send(World.beginning(workload, REHEARSAL), REHEARSAL_SEED);
            double cpuNanos = servers.cpuTime().minus(before).toNanos() / (double) seen.requests();
            long[] sorted = seen.latencyMicros().clone();
            Arrays.sort(sorted);
            return new Ready(servers, caller, new Rehearsal(cpuNanos, sorted));
        } catch (InterruptedException | RuntimeException e) {
            caller.close();
            servers.close();
            throw e;
        }
    }

    private ServersSettings settings() {
        GroupTerms group = new GroupTerms(
                server.command(),
                server.health(),
                size.min(),
                size.max(),
                policy(1),
                Duration.ZERO,
                DRAIN,
                START_LIMIT,
                size.share().isPresent()
                        ? Optional.of(new CpuShare(size.share().getAsDouble(), CpuShare.LAMBDA_PERIOD))
                        : Optional.empty());
        return new ServersSettings(
                group, BalancerTerms.APPLICATION_LOAD_BALANCER, 0, new TimeScale(world.timeScale()), STOP_LIMIT);
    }
}
