package dev.breakeven.localcloud.server;

import static dev.breakeven.localcloud.Eventually.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Servers that do one nasty thing after another, and callers that want an end to each of their requests. */
class NastyServersTest {

    private static final int CALLERS = 8;
    private static final int REQUESTS_EACH = 150;

    private static final BalancerTerms TERMS = new BalancerTerms(
            Balancing.LEAST_OUTSTANDING,
            new HealthCheckTerms(Duration.ofHours(1), Duration.ofSeconds(1), 1, 1),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Optional.empty());

    @Test
    void everyRequestHasAnEnd() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        RawServer.Behaviour nasty = connection -> {
            while (true) {
                String head = connection.readHead();
                if (head.isEmpty()) {
                    return;
                }
                int what = turn.getAndIncrement() % 60;
                if (what == 0) {
                    connection.staySilent();
                } else if (what % 10 == 1) {
                    connection.reset();
                    return;
                } else if (what % 10 == 2) {
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhal");
                    connection.reset();
                    return;
                } else if (what % 10 == 3) {
                    connection.send("garbage\r\n\r\n");
                    return;
                } else if (what % 10 == 4) {
                    // Without reading the body, if there is one.
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine");
                    return;
                } else if (what % 10 == 5) {
                    readBody(connection, head);
                    connection.send("HTTP/1.0 200 OK\r\n\r\nfine");
                    return;
                } else {
                    readBody(connection, head);
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine");
                }
            }
        };
        ConcurrentLinkedQueue<String> ends = new ConcurrentLinkedQueue<>();
        try (RawServer one = RawServer.doing(nasty);
                RawServer other = RawServer.doing(nasty);
                LoadBalancer balancer = LoadBalancer.start(0, TERMS, new HealthCheck("/"), line -> {})) {
            List<Target> targets = List.of(balancer.register(one.port()), balancer.register(other.port()));
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                boolean posts = i % 2 == 0;
                callers.add(Thread.ofVirtual().start(() -> {
                    for (int request = 0; request < REQUESTS_EACH; request++) {
                        ends.add(end(balancer, posts));
                    }
                }));
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(ends).hasSize(CALLERS * REQUESTS_EACH).doesNotContain("none");
            Map<String, Long> counts = new TreeMap<>();
            ends.forEach(end -> counts.merge(end, 1L, Long::sum));
            assertThat(counts.keySet()).isSubsetOf("200", "200 in part", "502", "504");
            assertThat(counts.get("200")).isGreaterThan(ends.size() / 2);
            assertThat(balancer.requests()).isEqualTo(ends.size());
            waitUntil("nothing is under way", () -> targets.stream().allMatch(target -> target.outstanding == 0));
        }
    }

    private static void readBody(RawServer.Connection connection, String head) throws Exception {
        if (head.startsWith("POST ")) {
            connection.read(70_000);
        }
    }

    private static String end(LoadBalancer balancer, boolean posts) {
        String request = posts
                ? "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 70000\r\n\r\n"
                        + "x".repeat(70_000)
                : "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        try (RawClient client = new RawClient(balancer.uri())) {
            try {
                client.send(request);
            } catch (IOException e) {
                // Answered before it was all sent.
            }
            String answer = client.readAll();
            String status = answer.length() < 12 ? "none" : answer.substring(9, 12);
            return status.equals("200") && !answer.contains("fine") ? "200 in part" : status;
        } catch (IOException | AssertionError e) {
            return "none";
        }
    }
}
