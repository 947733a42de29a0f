package dev.breakeven.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Body;
import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final Sample PAGE = new Sample("GET", "/", List.of(), new Body.None(), 1, new Distribution.Fixed(0));

    /** All of a crowd may knock before the first of it is let in; beyond its backlog the system turns some away. */
    private static final int BACKLOG = 4_000;

    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server = start();

    /** Every tenth call fails. */
    private HttpServer start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", exchange -> {
                exchange.sendResponseHeaders(calls.incrementAndGet() % 10 == 0 ? 503 : 200, -1);
                exchange.close();
            });
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /**
     * 1,000 calls are due within 10 ms, in which nobody can send them: what a caller waits before it is sent is part of what it
     * waits.
     */
    @Test
    void a_sender_who_is_late_does_not_hide_it() throws Exception {
        Workload workload = new Workload(
                "crowd",
                Duration.ofMillis(10),
                List.of(RateSteps.steady(100_000)),
                new RequestMix(List.of(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(0)))),
                Duration.ofSeconds(10),
                List.of());
        try (LoadGenerator caller = caller()) {
            LoadGenerator.Seen seen = caller.send(workload, 1);
            assertThat(seen.requests()).isEqualTo(calls.get());
            assertThat(seen.failed()).isEqualTo(calls.get() / 10);
            for (int i = 0; i < seen.requests(); i++) {
                if (seen.latencyNanos()[i] >= 0) {
                    assertThat(seen.latencyNanos()[i]).isGreaterThan(seen.lateNanos()[i]);
                }
            }
        }
    }

    @Test
    void how_late_callers_are_is_said_of_one_in_a_hundred() {
        long[] late =
                LongStream.rangeClosed(1, 100).map(millis -> millis * 1_000_000).toArray();
        assertThat(new LoadGenerator.Seen(new int[100], new long[100], late).lateMillis())
                .isEqualTo(100);
    }

    @Test
    void whatever_is_not_answered_well_has_failed() throws Exception {
        try (LoadGenerator caller = caller()) {
            LoadGenerator.Seen seen = caller.sendOneByOne(20, () -> 0, Duration.ZERO);
            assertThat(seen.failed()).isEqualTo(2);
            assertThat(seen.latencyMicros()).hasSize(18);
        }
    }

    private LoadGenerator caller() {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new LoadGenerator(uri, List.of(PAGE), Duration.ofSeconds(10));
    }
}
