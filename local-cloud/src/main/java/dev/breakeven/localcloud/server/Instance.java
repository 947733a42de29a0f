package dev.breakeven.localcloud.server;

import dev.breakeven.localcloud.process.ChildProcess;
import dev.breakeven.localcloud.process.Confinement;
import dev.breakeven.localcloud.process.CpuShare;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * One server process on a port of its own, healthy when it is handed out. It inherits our environment, as a server on a
 * developer's machine does, with what the command adds to it, and finds its port in {@code PORT} too. Booting the machine under it is left out: what is measured
 * is the start of the program.
 */
public final class Instance implements AutoCloseable {

    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(1);
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ChildProcess process;
    private final int port;
    private final Duration startDuration;
    private final Duration startCpuTime;

    private Instance(ChildProcess process, int port, Duration startDuration) {
        this.process = process;
        this.port = port;
        this.startDuration = startDuration;
        this.startCpuTime = Duration.ofNanos(process.cpuClock().nanos());
    }

    /**
     * Starts a server and waits until it is healthy.
     *
     * @param limit from the start on; a check that has begun by then is waited for, up to a second more
     * @throws StartFailedException if the command cannot be run, ends, or is not healthy within the limit; nothing is left
     *     running then
     */
    public static Instance start(ServerCommand command, HealthCheck healthCheck, Duration limit)
            throws IOException, InterruptedException {
        return start(command, healthCheck, limit, Confinement.NONE);
    }

    /**
     * Starts a confined server and waits until it is healthy.
     *
     * @param limit from the start on; a check that has begun by then is waited for, up to a second more
     * @throws StartFailedException if the command cannot be run, ends, or is not healthy within the limit; nothing is left
     *     running then
     */
    public static Instance start(
            ServerCommand command, HealthCheck healthCheck, Duration limit, Confinement confinement)
            throws IOException, InterruptedException {
        int port = freePort();
        ChildProcess process = spawn(command, port, confinement);
        try {
            return awaitHealthy(command, healthCheck, limit, port, process);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** Where it listens, without a path. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** From the start of the process to its first healthy answer. */
    public Duration startDuration() {
        return startDuration;
    }

    /** What the start used of the CPU, the health checks included. */
    public Duration startCpuTime() {
        return startCpuTime;
    }

    /** What the server has used of the CPU so far: all that the command has started, if it is confined, else its own process. */
    public Duration cpuTime() throws IOException {
        return Duration.ofNanos(cpuNanos());
    }

    /** The most memory that the server's own process has held so far; empty once it has ended. */
    public OptionalLong peakMemoryBytes() {
        return process.peakMemoryBytes();
    }

    /** Holds it to another share of the CPU from now on; without a control group nothing happens. */
    public void limit(CpuShare share) throws IOException {
        process.limit(share);
    }

    /** In how many periods it was stopped because its share of the CPU was used up. */
    public long throttledPeriods() throws IOException {
        return process.throttledPeriods();
    }

    /** What everything that the command has started has used of the CPU; without a control group, the server's own process. */
    long cpuNanos() throws IOException {
        return process.cpuNanos();
    }

    long pid() {
        return process.pid();
    }

    /** Completes with the exit status. */
    CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last of what the server printed, on either stream. */
    public String outputTail() throws InterruptedException {
        return process.outputTail();
    }

    /** Asks the server to end, and kills it if it has not after ten seconds. */
    @Override
    public void close() {
        try {
            process.stop(GRACE);
        } catch (InterruptedException e) {
            process.close();
            Thread.currentThread().interrupt();
        }
    }

    private static ChildProcess spawn(ServerCommand command, int port, Confinement confinement)
            throws StartFailedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(command.environment());
        environment.put("PORT", Integer.toString(port));
        try {
            return ChildProcess.start(command.at(port), command.folder(), environment, confinement);
        } catch (IOException e) {
            throw new StartFailedException("The command cannot be run: " + e.getMessage(), "");
        }
    }

    private static Instance awaitHealthy(
            ServerCommand command, HealthCheck healthCheck, Duration limit, int port, ChildProcess process)
            throws IOException, InterruptedException {
        long deadlineNanos = process.startedNanos() + limit.toNanos();
        String lastSeen = "was not asked";
        while (process.isAlive()) {
            if (System.nanoTime() > deadlineNanos) {
                throw new StartFailedException(
                        "The command \"" + command + "\" was not healthy within " + limit.toMillis() + " ms: at GET "
                                + healthCheck.path() + " on port " + port + " it " + lastSeen,
                        process.outputTail());
            }
            switch (healthCheck.check(port, CHECK_LIMIT)) {
                case HealthCheck.Finding.Healthy healthy -> {
                    return new Instance(process, port, Duration.ofNanos(System.nanoTime() - process.startedNanos()));
                }
                case HealthCheck.Finding.Unhealthy unhealthy -> lastSeen = unhealthy.reason();
            }
            LockSupport.parkNanos(BETWEEN_CHECKS.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        throw new StartFailedException(
                "The command \"" + command + "\" ended with status "
                        + process.onExit().join() + " before it was healthy",
                process.outputTail());
    }

    // Free now; that another program takes it before the server does is possible, and then the server says so.
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
