package dev.breakeven.server;

import dev.breakeven.core.Handler;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A running server with one handler for whatever is asked. Of Javalin and Jetty, only what the handler needs is switched on. */
public final class JavalinServer {

    /** Longer than the 60 s of an AWS load balancer, which must be the one to close or it sends requests into the void. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(75);

    /** What a request that has begun may still take once the server is told to stop. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    /** How long a connection may be silent once the server is told to stop. */
    private static final Duration STOP_KEEP_ALIVE = Duration.ofSeconds(2);

    private final Javalin javalin;
    private final ServerSettings settings;

    private JavalinServer(Javalin javalin, ServerSettings settings) {
        this.javalin = javalin;
        this.settings = settings;
    }

    /** Listens when it returns, and says why in an {@link UncheckedIOException} if it cannot. */
    public static JavalinServer start(ServerSettings settings, Handler handler) {
        Javalin javalin = Javalin.create(config -> configure(config, settings, new JavalinHandler(handler)));
        javalin.start();
        return new JavalinServer(javalin, settings);
    }

    /** Takes no more connections, waits for the requests that have begun, then ends. */
    public void stop() {
        try {
            javalin.stop();
        } catch (JavalinException overdue) {
            // Some request took too long and was cut off; Javalin has logged it.
        }
    }

    public int port() {
        return javalin.port();
    }

    public String url() {
        String host = settings.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    // Javalin's pool of system threads, not virtual ones: to compress is to hold a core for up to a second, and only
    // the
    // system takes a core away for the small pages that wait beside it.
    private static void configure(JavalinConfig config, ServerSettings settings, JavalinHandler handler) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(JavalinServer::configure);
        config.jetty.modifyServletContextHandler(JavalinServer::configure);
        config.jetty.modifyHttpConfiguration(http -> http.setSendDateHeader(false));
        config.jetty.addConnector((server, http) -> listen(server, http, settings));
        // A step before routing, and the last: which paths and methods there are is for the core to know.
        config.routes.before(context -> {
            handler.handle(context);
            context.skipRemainingHandlers();
        });
    }

    private static void configure(Server server) {
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
        server.setErrorHandler(new JettyErrors());
        // It would cut idle connections to one second when threads are scarce, which is when clients need them most.
        server.removeBean(server.getBean(LowResourceMonitor.class));
    }

    private static void configure(ServletContextHandler context) {
        context.setErrorHandler(new JettyErrors());
        // Nothing comes from files here, so WEB-INF is a path like any other.
        context.setProtectedTargets(new String[0]);
    }

    /** Bound before anything is started, so that a port in use is one exception and not a page of log. */
    private static Connector listen(Server server, HttpConfiguration http, ServerSettings settings) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(KEEP_ALIVE.toMillis());
        connector.setShutdownIdleTimeout(STOP_KEEP_ALIVE.toMillis());
        try {
            connector.open();
        } catch (IOException refused) {
            Throwable reason = refused.getCause() == null ? refused : refused.getCause();
            throw new UncheckedIOException(
                    "Cannot listen on " + settings.host() + ":" + settings.port() + " (" + reason.getMessage()
                            + "); set PORT, or HOST, to one that is free.",
                    refused);
        }
        return connector;
    }
}
