package dev.breakeven.server;

import dev.breakeven.core.Service;
import java.io.UncheckedIOException;

/**
 * Runs the service until it is told to stop (SIGTERM or SIGINT); requests that have begun are finished first. Exits with 2 if
 * the settings are wrong and with 3 if nothing can listen where they say.
 */
public final class ServerMain {

    private ServerMain() {}

    public static void main(String[] args) {
        // Jetty would ask the JVM through JMX, and to start JMX for this one number takes a sixth of the whole start.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        ServerSettings settings;
        try {
            settings = ServerSettings.from(System.getenv());
        } catch (IllegalArgumentException wrong) {
            fail(2, wrong);
            return;
        }
        try {
            JavalinServer server = JavalinServer.start(settings, Service.onServer());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
            System.out.println("listening on " + server.url());
        } catch (UncheckedIOException cannotListen) {
            fail(3, cannotListen);
        }
    }

    private static void fail(int status, Exception reason) {
        System.err.println(reason.getMessage());
        System.exit(status);
    }
}
