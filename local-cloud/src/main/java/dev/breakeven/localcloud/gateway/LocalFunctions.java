package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.function.FunctionPackage;
import dev.breakeven.localcloud.function.FunctionPool;
import dev.breakeven.localcloud.function.PoolSettings;
import dev.breakeven.localcloud.function.PoolUsage;
import dev.breakeven.localcloud.http.Loopback;
import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.process.Service;
import dev.breakeven.localcloud.process.SocketOwner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * A function behind a front, on this machine: HTTP on loopback in, events to as many execution environments as calls need at
 * once, and back. What each failure looks like, and where limits are, is the real front's.
 */
public final class LocalFunctions implements AutoCloseable {

    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(30);

    private final FunctionPackage function;
    private final FunctionPool pool;
    private final Traffic traffic;
    private final Server server;
    private final GracefulHandler graceful;
    private final ServerConnector connector;
    private final Concurrency concurrency;
    private final List<String> limitations;
    private final long startedNanos = System.nanoTime();
    private boolean closed;

    private LocalFunctions(
            FunctionPackage function,
            FunctionPool pool,
            Traffic traffic,
            Server server,
            GracefulHandler graceful,
            ServerConnector connector,
            Concurrency concurrency,
            List<String> limitations) {
        this.function = function;
        this.pool = pool;
        this.traffic = traffic;
        this.server = server;
        this.graceful = graceful;
        this.connector = connector;
        this.concurrency = concurrency;
        this.limitations = limitations;
    }

    /**
     * Looks at the settings, unpacks the function and listens. No environment is started before the first request.
     *
     * @param log takes the log of the function: Lambda's own lines and whatever the function prints
     * @throws IllegalArgumentException if a setting cannot be used; its message says what, where, and what is accepted
     * @throws IOException if the port is taken or the machine lacks something
     */
    public static LocalFunctions start(LocalFunctionsSettings settings, OutputStream log) throws IOException {
        return start(settings, settings.events().limits(), log);
    }

    static LocalFunctions start(LocalFunctionsSettings settings, FrontLimits limits, OutputStream log)
            throws IOException {
        FunctionConfiguration configuration = settings.configuration();
        Concurrency concurrency = Concurrency.of(settings);
        PoolSettings poolSettings = PoolSettings.of(concurrency.environments())
                .withKeepAlive(settings.keepAlive())
                .withInitShare(settings.initShare())
                .withFreezing(settings.freezing());
        FunctionPackage function = settings.code().open(configuration);
        try {
            FunctionPool pool = FunctionPool.open(function, poolSettings, log);
            try {
                Traffic traffic = new Traffic();
                FrontHandler handler = new FrontHandler(
                        settings.events().front(settings.binaryMediaTypes()), limits, pool::invoke, traffic);
                GracefulHandler graceful = new GracefulHandler(handler);
                Server server = Loopback.server("front", graceful);
                ServerConnector connector = new ServerConnector(server, 0, 1, Loopback.http(true));
                connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
                listen(server, connector, settings.port());
                LocalFunctions functions = new LocalFunctions(
                        function,
                        pool,
                        traffic,
                        server,
                        graceful,
                        connector,
                        concurrency,
                        limitations(settings, poolSettings.groups()));
                Service.opened(functions);
                return functions;
            } catch (IOException | RuntimeException e) {
                pool.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            function.close();
            throw e;
        }
    }

    private static void listen(Server server, ServerConnector connector, int port) throws IOException {
        server.addConnector(connector);
        try {
            Loopback.listen(connector, port);
            Loopback.start(server);
        } catch (IOException e) {
            Loopback.stop(server);
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new IOException(
                        "Port " + port + " of 127.0.0.1 is in use; accepted is one that is free, and 0 finds one", e);
            }
            throw e;
        }
    }

    private static List<String> limitations(LocalFunctionsSettings settings, ControlGroups groups) {
        List<String> limitations = new ArrayList<>();
        if (groups instanceof ControlGroups.Unavailable none) {
            limitations.add("Functions use all of the CPU and go on running between calls, because " + none.why());
        }
        double processors = CpuShare.ofFunction(settings.memoryMegabytes()).processors();
        int here = Runtime.getRuntime().availableProcessors();
        if (processors > here) {
            limitations.add(String.format(
                    Locale.ROOT,
                    "%,d MB would be worth %.1f processors, and this machine has %d",
                    settings.memoryMegabytes(),
                    processors,
                    here));
        }
        if (!SocketOwner.isKnown()) {
            limitations.add("Anything on this machine can reach the Runtime APIs, for it cannot be told who calls");
        }
        limitations.add("A streamed answer is passed on once it is complete");
        return List.copyOf(limitations);
    }

    /** Where callers find it, without a path. */
    public URI uri() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    /** The most environments at once. */
    public int concurrency() {
        return concurrency.environments();
    }

    /** Where that number comes from, as a clause that can stand behind it. */
    public String concurrencyReason() {
        return concurrency.why();
    }

    /** What this machine, or the local cloud, does not do as Lambda does, a sentence each. */
    public List<String> limitations() {
        return limitations;
    }

    /** What has been consumed since the start. */
    public Consumed consumed() {
        return new Consumed(
                traffic.requests(),
                traffic.bodySteps(),
                traffic.bytesIn(),
                traffic.bytesOut(),
                pool.usage(),
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    /** What the environments that there are have used of the CPU so far. */
    public Duration cpuTime() {
        return pool.cpuTime();
    }

    /**
     * What a function and its front have consumed.
     *
     * @param requests that reached the front, whatever became of them
     * @param bodySteps requests as an HTTP API counts them, by 512 KB of body begun
     * @param bytesIn bodies of requests
     * @param bytesOut answers, heads and bodies
     * @param over how long it took
     */
    public record Consumed(
            long requests, long bodySteps, long bytesIn, long bytesOut, PoolUsage function, Duration over) {}

    /** Takes no more requests, lets those under way end, and leaves nothing behind. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        connector.close();
        try {
            graceful.shutdown().get(DRAINED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // They had their time.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not wait for the requests under way", e);
        } finally {
            Loopback.stop(server);
            pool.close();
            function.close();
            Service.closed(this);
        }
    }

    @Override
    public String toString() {
        return function.name() + " at " + uri();
    }
}
