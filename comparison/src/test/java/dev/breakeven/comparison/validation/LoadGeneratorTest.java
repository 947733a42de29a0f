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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final Sample PAGE = new Sample("GET", "/", List.of(), new Body.None(), 1, new Distribution.Fixed(0));

    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server = start();

    /** One thread, and a first call that holds it for 300 ms. */
    private HttpServer start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newSingleThreadExecutor());
            started.createContext("/", exchange -> {
                if (calls.getAndIncrement() == 0) {
                    try {
                        Thread.sleep(300);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                exchange.sendResponseHeaders(calls.get() % 10 == 0 ? 503 : 200, -1);
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

    /** 200 calls a second for half a second: while the first one is held, sixty others wait, and their wait counts. */
    @Test
    void those_who_wait_behind_a_slow_call_are_not_left_out() throws Exception {
        Workload workload = new Workload(
                "crowd",
                Duration.ofMillis(500),
                List.of(RateSteps.steady(200)),
                new RequestMix(List.of(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(0)))),
                Duration.ofSeconds(10),
                List.of());
        try (LoadGenerator caller = caller()) {
            LoadGenerator.Seen seen = caller.send(workload, 1);
            long[] sorted = Arrays.stream(seen.latencyMicros()).sorted().toArray();
            assertThat(seen.requests()).isEqualTo(calls.get());
            assertThat(Arrays.stream(sorted).filter(micros -> micros > 100_000).count())
                    .isGreaterThan(20);
        }
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
