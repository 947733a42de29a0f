package dev.breakeven.benchmarks;

import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import dev.breakeven.server.JavalinServer;
import dev.breakeven.server.ServerSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many small pages does the server give out, and how long does one take while many are asked for? Beside it stands a handler of
 * Jetty's own that writes the same bytes. Callers and server share the processors.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args=ServerBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(4)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ServerBenchmark {

    private static final String PAGE = "/";

    /** What answers. */
    public enum Answering {
        BREAKEVEN {
            @Override
            Running start() {
                JavalinServer server = JavalinServer.start(new ServerSettings("127.0.0.1", 0), Service.onServer());
                return new Running(server.port(), server::stop);
            }
        },

        BARE_JETTY {
            @Override
            Running start() throws Exception {
                Server server = new Server();
                HttpConfiguration plain = new HttpConfiguration();
                plain.setSendServerVersion(false);
                plain.setSendDateHeader(false);
                ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(plain));
                connector.setHost("127.0.0.1");
                server.addConnector(connector);
                server.setHandler(new Constant(Service.onServer()
                        .handle(Request.of("GET", PAGE).with(Headers.of("Accept-Encoding", "deflate")))));
                server.start();
                return new Running(connector.getLocalPort(), server::stop);
            }
        };

        abstract Running start() throws Exception;
    }

    /** A server, and how it ends. */
    record Running(int port, AutoCloseable end) {}

    private static final class Constant extends Handler.Abstract {

        private final Response answer;

        Constant(Response answer) {
            this.answer = answer;
        }

        @Override
        public boolean handle(
                org.eclipse.jetty.server.Request request,
                org.eclipse.jetty.server.Response response,
                Callback callback) {
            answer.headers().all().forEach(header -> response.getHeaders().put(header.name(), header.value()));
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
            return true;
        }
    }

    @Param
    public Answering server = Answering.BREAKEVEN;

    private @Nullable Running running;

    @Setup(Level.Trial)
    public void start() throws Exception {
        running = server.start();
    }

    @TearDown(Level.Trial)
    public void stop() throws Exception {
        if (running != null) {
            running.end().close();
        }
    }

    /** A caller with a connection of its own. */
    @State(Scope.Thread)
    public static class Visitor {

        private Caller connection = () -> "nobody";

        @Setup(Level.Trial)
        public void connect(ServerBenchmark target) throws IOException {
            if (target.running != null) {
                connection = new Connection(target.running.port(), PAGE);
            }
        }

        @TearDown(Level.Trial)
        public void leave() throws IOException {
            connection.close();
        }
    }

    @Benchmark
    public Object page(Visitor visitor) throws IOException {
        return visitor.connection.call();
    }
}
