package dev.breakeven.localcloud.function;

import dev.breakeven.localcloud.http.Loopback;
import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The Runtime APIs of many execution environments: a port for each, and the threads of one server for all. */
final class RuntimeApis implements AutoCloseable {

    private final Server server;

    private RuntimeApis(Server server) {
        this.server = server;
    }

    static RuntimeApis start() throws IOException {
        Server server = Loopback.server("runtime-api", new Dispatch());
        Loopback.start(server);
        return new RuntimeApis(server);
    }

    /** A port of its own for one API; the one thread that reads from it also accepts. */
    ServerConnector connect(RuntimeApi api) throws IOException {
        ServerConnector connector = new ApiConnector(server, api);
        // Nobody knows how long an environment waits for its next event.
        connector.setIdleTimeout(0);
        Loopback.listen(connector, 0);
        return connector;
    }

    @Override
    public void close() {
        Loopback.stop(server);
    }

    private static final class ApiConnector extends ServerConnector {

        private final RuntimeApi api;

        ApiConnector(Server server, RuntimeApi api) {
            super(server, null, null, null, 0, 1, Loopback.http(false));
            this.api = api;
        }
    }

    private static final class Dispatch extends Handler.Abstract.NonBlocking {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            ((ApiConnector) request.getConnectionMetaData().getConnector())
                    .api.handle(new Exchange(request, response, callback));
            return true;
        }
    }
}
