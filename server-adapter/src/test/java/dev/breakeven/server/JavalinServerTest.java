package dev.breakeven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JavalinServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Handler OK = request -> Response.text(200, "text/plain", "ok");

    @Test
    void a_port_in_use_is_refused_in_one_sentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerSettings settings = new ServerSettings("127.0.0.1", taken.getLocalPort());
            assertThatThrownBy(() -> JavalinServer.start(settings, OK))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("Cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + " (Address already in use); set PORT, or HOST, to one that is free.");
        }
    }

    @Test
    void what_has_begun_is_finished_while_nobody_new_gets_in() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        JavalinServer server = start(request -> {
            begun.countDown();
            await(finish);
            return Response.text(200, "text/plain", "finished");
        });
        int port = server.port();
        Thread stopping = Thread.ofVirtual().unstarted(server::stop);
        try (RawConnection connection = new RawConnection(port)) {
            connection.sendHead("GET / HTTP/1.1", "Host: a");
            await(begun);
            stopping.start();
            awaitRefusal(port);
            finish.countDown();
            assertThat(connection.read().text()).isEqualTo("finished");
            assertThat(connection.isAtEnd()).isTrue();
        }
        assertThat(stopping.join(PATIENCE)).isTrue();
    }

    @Test
    void a_silent_connection_does_not_keep_it_from_stopping() throws Exception {
        JavalinServer server = start(OK);
        // The silent one first: once the other is answered, it has been let in as well, and is not still at the door.
        try (RawConnection silent = new RawConnection(server.port());
                RawConnection asked = new RawConnection(server.port())) {
            asked.sendHead("GET / HTTP/1.1", "Host: a");
            assertThat(asked.read().status()).isEqualTo(200);
            Thread stopping = Thread.ofVirtual().start(server::stop);
            assertThat(asked.isAtEnd()).isTrue();
            assertThat(silent.isAtEnd()).isTrue();
            assertThat(stopping.join(PATIENCE)).isTrue();
        }
    }

    private static JavalinServer start(Handler handler) {
        return JavalinServer.start(new ServerSettings("127.0.0.1", 0), handler);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitRefusal(int port) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            try {
                new RawConnection(port).close();
            } catch (ConnectException refused) {
                return;
            }
        }
        throw new AssertionError("Port " + port + " still takes connections");
    }
}
