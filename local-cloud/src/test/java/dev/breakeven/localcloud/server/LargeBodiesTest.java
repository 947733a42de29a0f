package dev.breakeven.localcloud.server;

import static dev.breakeven.localcloud.Eventually.waitUntil;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {

    private static final int PART = 64 * 1024;
    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void bodiesGoBothWaysAtOnce() throws Exception {
        long length = 64 * MEBIBYTE;
        try (RawServer echo = RawServer.doing(connection -> {
                    connection.readHead();
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n");
                    copy(
                            connection.socket().getInputStream(),
                            connection.socket().getOutputStream(),
                            length);
                });
                LoadBalancer balancer = balancer(echo);
                Socket client = connect(balancer)) {
            send(client, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n");
            Thread sender = Thread.ofVirtual().start(() -> write(client, length));
            InputStream in = client.getInputStream();
            while (in.read() != '\r' || in.read() != '\n' || in.read() != '\r' || in.read() != '\n') {
                // The head.
            }
            byte[] part = new byte[PART];
            for (long i = 0; i < length / PART; i++) {
                assertThat(in.readNBytes(part, 0, PART)).isEqualTo(PART);
                assertThat(part[0]).as("part " + i).isEqualTo((byte) i);
            }
            assertThat(in.read()).isEqualTo(-1);
            sender.join();
            // The caller may know of the end before it is counted.
            waitUntil("both are counted", () -> balancer.bytesIn() == length && balancer.bytesOut() > length);
        }
    }

    @Test
    void aCallerThatReadsNothingHoldsTheServerBack() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (RawServer endless = RawServer.doing(connection -> {
                    connection.readHead();
                    connection.send("HTTP/1.1 200 OK\r\n\r\n");
                    byte[] part = new byte[PART];
                    while (true) {
                        connection.socket().getOutputStream().write(part);
                        sent.addAndGet(PART);
                    }
                });
                LoadBalancer balancer = balancer(endless);
                Socket client = connect(balancer)) {
            send(client, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            waitUntil("nothing moves any more", () -> {
                long before = sent.get();
                Thread.sleep(200);
                return before > 0 && sent.get() == before;
            });
            // What the sockets hold, up to 6 MiB each way, and next to nothing in between.
            assertThat(sent.get()).isLessThan(32 * MEBIBYTE);
        }
    }

    @Test
    void aServerThatReadsNothingHoldsTheCallerBack() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (RawServer deaf = RawServer.doing(connection -> {
                    connection.readHead();
                    connection.staySilent();
                });
                LoadBalancer balancer = balancer(deaf);
                Socket client = connect(balancer)) {
            send(client, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + 1024 * MEBIBYTE + "\r\n\r\n");
            Thread.ofVirtual().start(() -> {
                byte[] part = new byte[PART];
                try {
                    while (true) {
                        client.getOutputStream().write(part);
                        sent.addAndGet(PART);
                    }
                } catch (IOException e) {
                    // The end of the test.
                }
            });
            waitUntil("nothing moves any more", () -> {
                long before = sent.get();
                Thread.sleep(200);
                return before > 0 && sent.get() == before;
            });
            assertThat(sent.get()).isLessThan(32 * MEBIBYTE);
        }
    }

    private static LoadBalancer balancer(RawServer server) throws IOException {
        LoadBalancer balancer = LoadBalancer.start(
                0,
                BalancerTerms.APPLICATION_LOAD_BALANCER.with(
                        new HealthCheckTerms(Duration.ofHours(1), Duration.ofSeconds(1), 1, 1)),
                new HealthCheck("/"),
                line -> {});
        balancer.register(server.port());
        return balancer;
    }

    private static Socket connect(LoadBalancer balancer) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), balancer.uri().getPort());
    }

    private static void send(Socket client, String head) throws IOException {
        client.getOutputStream().write(head.getBytes(US_ASCII));
    }

    /** Parts that begin with their number. */
    private static void write(Socket client, long length) {
        byte[] part = new byte[PART];
        try {
            for (long i = 0; i < length / PART; i++) {
                part[0] = (byte) i;
                client.getOutputStream().write(part);
            }
        } catch (IOException e) {
            // Whoever reads notices.
        }
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] part = new byte[PART];
        long left = length;
        while (left > 0) {
            int read = in.read(part);
            if (read < 0) {
                return;
            }
            out.write(part, 0, read);
            left -= read;
        }
    }
}
