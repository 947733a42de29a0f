package dev.breakeven.benchmarks;

import dev.breakeven.core.Service;
import dev.breakeven.server.JavalinServer;
import dev.breakeven.server.ServerSettings;
import java.io.IOException;

/** Asks our server, which runs in this process. */
final class ServerCaller implements Caller {

    private final JavalinServer server = JavalinServer.start(new ServerSettings("127.0.0.1", 0), Service.onServer());
    private final Connection connection;

    ServerCaller(String path) throws IOException {
        connection = new Connection(server.port(), path);
    }

    @Override
    public Object call() throws IOException {
        return connection.call();
    }

    @Override
    public void close() throws IOException {
        connection.close();
        server.stop();
    }
}
