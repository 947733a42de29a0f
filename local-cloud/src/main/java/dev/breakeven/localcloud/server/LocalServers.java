package dev.breakeven.localcloud.server;

import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer before an auto scaling group of real processes, on this machine's loopback address. Closing it, or telling the
 * JVM to end, lets what is under way finish and leaves nothing behind.
 */
public final class LocalServers implements AutoCloseable {

    private final ServersSettings settings;
    private final LoadBalancer balancer;
    private final AutoScalingGroup group;
    private final ControlGroups groups;
    private final URI uri;
    private @Nullable ServersConsumed atTheEnd;

    private LocalServers(ServersSettings settings, LoadBalancer balancer, ControlGroups groups, Consumer<String> log) {
        this.settings = settings;
        this.balancer = balancer;
        this.groups = groups;
        this.uri = balancer.uri();
        this.group = new AutoScalingGroup(settings.group(), settings.timeScale(), balancer, groups, log);
    }

    /**
     * Starts the balancer and as many servers as there are at the least, and returns when all of them are healthy.
     *
     * @param log takes each event as one line, on any thread
     * @throws IllegalArgumentException if so many servers as there may be do not fit into memory; the input is wrong
     * @throws StartFailedException if a server does not become healthy; its message quotes what it printed
     * @throws IOException if the port cannot be had
     */
    public static LocalServers start(ServersSettings settings, Consumer<String> log)
            throws IOException, InterruptedException {
        return start(settings, ControlGroups.ofThisMachine(), log);
    }

    static LocalServers start(ServersSettings settings, ControlGroups groups, Consumer<String> log)
            throws IOException, InterruptedException {
        TimeScale scale = settings.timeScale();
        BalancerTerms terms = settings.balancer();
        HealthCheckTerms checks = terms.healthChecks();
        LoadBalancer balancer = LoadBalancer.start(
                settings.port(),
                terms.with(checks.every(scale.real(checks.interval()))),
                settings.group().healthCheck(),
                log);
        LocalServers servers = new LocalServers(settings, balancer, groups, log);
        Service.opened(servers);
        try {
            servers.group.start();
            return servers;
        } catch (IOException | InterruptedException | RuntimeException e) {
            servers.stop(Duration.ZERO);
            throw e;
        }
    }

    /** Where the balancer listens, without a path. */
    public URI uri() {
        return uri;
    }

    /** Those that serve now, the oldest first. They are the group's to end. */
    public List<Instance> instances() {
        return group.instances();
    }

    /** Leaves the number of instances as it is, as a suspended process of an Auto Scaling group does. */
    public void suspendScaling() {
        group.suspendScaling();
    }

    /** Lets alarms change the number of instances again; their first period begins now. */
    public void resumeScaling() {
        group.resumeScaling();
    }

    /** What was asked for and cannot be had on this machine, as a sentence; empty if nothing. */
    public Optional<String> limitation() {
        if (settings.group().cpu().isPresent() && groups instanceof ControlGroups.Unavailable none) {
            return Optional.of("Each instance may use all of the CPU, not "
                    + settings.group().cpu().get().processors() + " of a processor, because " + none.why() + ".");
        }
        return Optional.empty();
    }

    /** What has been consumed so far, or until it was closed. */
    public synchronized ServersConsumed consumed() {
        if (atTheEnd != null) {
            return atTheEnd;
        }
        InstanceTime time = group.time();
        double instanceNanos = time.instanceNanos();
        long elapsedNanos = time.elapsedNanos();
        return new ServersConsumed(
                Duration.ofNanos(elapsedNanos),
                Duration.ofNanos(settings.timeScale().modelledNanos(Math.round(instanceNanos))),
                instanceNanos / elapsedNanos,
                group.peakInstances(),
                balancer.requests(),
                balancer.failedRequests(),
                balancer.bytesIn(),
                balancer.bytesOut());
    }

    /** Takes no more connections, lets requests under way finish within the limit, and ends everything. */
    @Override
    public void close() {
        stop(settings.stopLimit());
    }

    private synchronized void stop(Duration limit) {
        if (atTheEnd != null) {
            return;
        }
        balancer.drain(limit);
        atTheEnd = consumed();
        try {
            group.close();
        } finally {
            balancer.close();
            Service.closed(this);
        }
    }
}
