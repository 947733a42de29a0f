package example;

import dev.breakeven.server.JavalinServer;
import dev.breakeven.server.ServerSettings;

/** The service as a server. */
public final class GreetingServer {

    public static void main(String[] args) {
        JavalinServer server = JavalinServer.start(ServerSettings.from(System.getenv()), new Greeting());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    }
}
