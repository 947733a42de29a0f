package dev.breakeven.localcloud.http;

import java.io.IOException;
import java.net.InetAddress;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty, listening on loopback only. Names of headers keep their case, paths stay encoded however odd they are, and a body goes
 * out in one piece. Handlers must not block: they run on the thread that reads.
 */
public final class Loopback {

    // Each listener has a thread that reads; there are a thousand of them at the most.
    private static final int THREADS_MAX = 4_096;
    private static final int HEADER_BYTES_MAX = 64 * 1024;

    private Loopback() {}

    /** A server that listens nowhere yet. */
    public static Server server(String name, Handler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, 1);
        threads.setName(name);
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        threads.setThreadPoolBudget(null);
        Server server = new Server(threads);
        server.setHandler(handler);
        return server;
    }

    /** How messages are read and written here. */
    public static HttpConnectionFactory http(boolean sendsDate) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(sendsDate);
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
        http.setResponseHeaderSize(HEADER_BYTES_MAX);
        http.setMaxResponseHeaderSize(HEADER_BYTES_MAX);
        http.setHeaderCacheCaseSensitive(true);
        http.setHttpCompliance(
                HttpCompliance.RFC9110.with("names-as-sent", HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setNotifyRemoteAsyncErrors(false);
        return new HttpConnectionFactory(http);
    }

    /**
     * Makes a connector listen.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static void listen(ServerConnector connector, int port) throws IOException {
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setAcceptedTcpNoDelay(true);
        start(connector);
    }

    /** Starts a server or a connector. */
    public static void start(LifeCycle part) throws IOException {
        try {
            part.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Stops a server or a connector. */
    public static void stop(LifeCycle part) {
        try {
            part.stop();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Could not stop " + part, e);
        }
    }
}
