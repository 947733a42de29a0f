package dev.breakeven.localcloud.server;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer on a loopback port in front of servers on others. It answers as an Application Load Balancer does: 400 for what
 * is not HTTP or has two lengths, 502 when a server refuses, resets or talks something else, 503 when there is none, 504 when it
 * stays silent. Answers are framed anew, and never decoded.
 *
 * <p>In two things it is kinder than the real one. A connection that is refused is tried at another server; and when a kept
 * connection ends without a byte of an answer, a request without a body that may be repeated is repeated on a new one, for there
 * the server may have closed it just before. Left out: HTTP/2, TLS, WebSockets, rules, stickiness and trace ids.
 */
public final class LoadBalancer implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";
    private static final int HEADER_BYTES_MAX = 64 * 1024;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private static final Set<HttpMethod> REPEATABLE =
            EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

    private final BalancerTerms terms;
    private final HealthCheck healthCheck;
    private final Consumer<String> log;
    private final Targets targets;
    private final Map<Target, HealthChecker> checkers = new ConcurrentHashMap<>();
    private final Server server;
    private final ServerConnector connector;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder requests = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private volatile boolean draining;

    private LoadBalancer(BalancerTerms terms, HealthCheck healthCheck, Consumer<String> log) {
        this.terms = terms;
        this.healthCheck = healthCheck;
        this.log = log;
        this.targets = new Targets(terms.balancing(), terms.surgeQueue());
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("load balancer");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(ADDRESS);
        connector.setIdleTimeout(terms.idleTimeout().toMillis());
        server.addConnector(connector);
        server.setHandler(new Front());
        server.setErrorHandler(new Refusal());
    }

    /**
     * Starts one that has no servers yet.
     *
     * @param port 0 for any that is free
     * @param log takes a line whenever a server becomes unhealthy or healthy again
     * @throws IOException if the port cannot be had
     */
    public static LoadBalancer start(int port, BalancerTerms terms, HealthCheck healthCheck, Consumer<String> log)
            throws IOException {
        LoadBalancer balancer = new LoadBalancer(terms, healthCheck, log);
        balancer.connector.setPort(port);
        try {
            balancer.connector.open();
            balancer.server.start();
            return balancer;
        } catch (IOException e) {
            balancer.stopServer();
            throw new IOException(
                    "Port " + port + " of " + ADDRESS + " cannot be listened on (" + rootMessage(e)
                            + "); accepted is one that is free, or 0 for any",
                    e);
        } catch (Exception e) {
            balancer.stopServer();
            throw new IOException("The load balancer cannot start: " + rootMessage(e), e);
        }
    }

    /** Where it listens, without a path. */
    public URI uri() {
        return URI.create("http://" + ADDRESS + ":" + connector.getLocalPort());
    }

    /** Sends requests to a server that has passed a health check. */
    Target register(int port) {
        Target target = new Target(port, bytesOut);
        checkers.put(target, new HealthChecker(target, healthCheck, terms, log));
        targets.add(target);
        return target;
    }

    /** Sends a server no more requests, lets it finish for so long, and then cuts off what is left. */
    void deregister(Target target, Duration delay) throws InterruptedException {
        targets.remove(target);
        @Nullable HealthChecker checker = checkers.remove(target);
        if (checker != null) {
            checker.close();
        }
        try {
            targets.awaitDrained(target, delay);
        } finally {
            target.close();
        }
    }

    /** Requests that have arrived. */
    public long requests() {
        return requests.sum();
    }

    /** Requests that no server answered, or not to the end. */
    public long failedRequests() {
        return failed.sum();
    }

    /** In the bodies of requests. */
    public long bytesIn() {
        return bytesIn.sum();
    }

    /** From the servers, heads and framing included. */
    public long bytesOut() {
        return bytesOut.sum();
    }

    /** Takes no more connections, and waits until what is under way has been answered, but no longer than this. */
    void drain(Duration limit) {
        draining = true;
        connector.close();
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        while (inFlight.get() > 0 && System.nanoTime() < deadlineNanos) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        // Servers that are about to be ended need not be found unwell.
        checkers.values().forEach(HealthChecker::close);
    }

    /** Stops at once. */
    @Override
    public void close() {
        draining = true;
        checkers.values().forEach(HealthChecker::close);
        for (Target target : targets.all()) {
            targets.remove(target);
            target.close();
        }
        stopServer();
    }

    private void stopServer() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The load balancer could not be stopped", e);
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        configuration.setRequestHeaderSize(HEADER_BYTES_MAX);
        configuration.setResponseHeaderSize(HEADER_BYTES_MAX);
        configuration.setMaxResponseHeaderSize(HEADER_BYTES_MAX);
        configuration.setUriCompliance(UriCompliance.UNSAFE); // The servers are to see what callers ask for.
        return configuration;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    /** Takes each request on a virtual thread of its own. */
    private final class Front extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            requests.increment();
            inFlight.incrementAndGet();
            // Whoever waits for the server is not idle.
            request.addIdleTimeoutListener(timeout -> false);
            Callback counted = Callback.from(callback, inFlight::decrementAndGet);
            if (HttpMethod.TRACE.is(request.getMethod()) || HttpMethod.CONNECT.is(request.getMethod())) {
                failed.increment();
                BalancerError.METHOD_NOT_ALLOWED.answer(response, true, counted);
                return true;
            }
            RequestBody body = RequestBody.of(request);
            Forwarding forwarding = new Forwarding(request, response, body, draining);
            try {
                forward(request, forwarding, body);
                forwarding.finish();
                body.letEnd();
                counted.succeeded();
            } catch (IOException e) {
                failed.increment();
                giveUp(forwarding, body, e, response, counted);
            } finally {
                bytesIn.add(body.bytes());
            }
            return true;
        }

        private void giveUp(
                Forwarding forwarding, RequestBody body, IOException failure, Response response, Callback callback) {
            if (failure instanceof ServerFailure servers && !forwarding.isCommitted()) {
                Callback lingering = Callback.from(body::letEnd, callback);
                body.blame(servers.error()).answer(response, draining || !body.isRead(), lingering);
            } else {
                body.breakOff();
                callback.failed(failure);
            }
        }

        private void forward(Request request, Forwarding forwarding, RequestBody body) throws IOException {
            Target target = targets.acquire(terms.idleTimeout());
            try {
                ServerConnection connection;
                try {
                    connection = target.connect(terms.idleTimeout(), terms.connectTimeout());
                } catch (ServerFailure refused) {
                    @Nullable Target other = targets.insteadOf(target);
                    if (other == null) {
                        throw refused;
                    }
                    targets.release(target);
                    target = other;
                    connection = target.connect(terms.idleTimeout(), terms.connectTimeout());
                }
                try {
                    forwarding.over(connection, target, terms.idleTimeout());
                } catch (ServerFailure failure) {
                    boolean mayBeStale = connection.isReused()
                            && failure.error() == BalancerError.BAD_GATEWAY
                            && !forwarding.hasAnswer();
                    if (!mayBeStale || !body.isEmpty() || !isRepeatable(request)) {
                        throw failure;
                    }
                    forwarding.over(target.open(terms.connectTimeout()), target, terms.idleTimeout());
                }
            } finally {
                targets.release(target);
            }
        }

        private static boolean isRepeatable(Request request) {
            return REPEATABLE.contains(HttpMethod.fromString(request.getMethod()));
        }
    }

    /** What is not even a request. */
    private static final class Refusal extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            BalancerError.of(response.getStatus()).answer(response, true, callback);
            return true;
        }
    }
}
