package dev.breakeven.comparison.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Body;
import dev.breakeven.comparison.service.Sample;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** What is made of what a process does; processes that really run are measured in {@code CompareIT}. */
class HostMeasuringTest {

    private static final Sample PAGE =
            new Sample("GET", "/page", List.of(), new Body.None(), 1, new Distribution.Fixed(0));

    /** Two starts with three calls each, and then as many calls as there may be. */
    private static final Effort EFFORT =
            new Effort(2, 3, 3, Duration.ZERO, 30, Duration.ofDays(1), Duration.ofNanos(1));

    /** What a process does with each of its calls, 1 being the first. */
    private static final class Scripted implements Host {

        private final AtomicInteger calls = new AtomicInteger();
        private final IntToDoubleFunction cpuMillis;
        private final IntToLongFunction memoryBytes;
        private final int failsAt;

        Scripted(IntToDoubleFunction cpuMillis, IntToLongFunction memoryBytes, int failsAt) {
            this.cpuMillis = cpuMillis;
            this.memoryBytes = memoryBytes;
            this.failsAt = failsAt;
        }

        @Override
        public Duration start() {
            return Duration.ofMillis(300);
        }

        @Override
        public Answered call(Sample sample, byte[] body) {
            boolean fails = calls.incrementAndGet() == failsAt;
            // Half of them so and half of them otherwise: whatever their number, the median is not known well enough to
            // stop.
            Duration wall = Duration.ofMillis(calls.get() % 2 == 0 ? 10 : 100);
            return new Answered(wall, fails ? 503 : 200, 120, fails ? "  try later\n" : "fine");
        }

        @Override
        public Duration takeCpu() {
            return Duration.ofNanos(Math.round(1e6 * cpuMillis.applyAsDouble(calls.get())));
        }

        @Override
        public long throttledPeriods() {
            return 0;
        }

        @Override
        public long memoryBytesPeak() {
            return memoryBytes.applyAsLong(calls.get());
        }

        @Override
        public void close() {}
    }

    @Test
    void starts_first_calls_and_warm_calls_are_kept_apart() throws Exception {
        HostMeasurement seen = measure(call -> call == 1 ? 50 : 4, call -> 64 << 20, 0);
        RouteMeasurement route = seen.route("GET /page");
        assertThat(seen.starts()).hasSize(2).containsOnly(Duration.ofMillis(300));
        assertThat(route.firstCalls()).extracting(FirstCall::cpu).containsOnly(Duration.ofMillis(50));
        assertThat(route.cpu().nanosAtMean(0)).isEqualTo(4e6);
        assertThat(route.responseBytes()).isEqualTo(120);
        assertThat(seen.memoryBytesPeak()).isEqualTo(64 << 20);
    }

    @Test
    void a_request_that_is_answered_with_an_error_is_named_and_its_answer_shown() {
        assertThatThrownBy(() -> measure(call -> 4, call -> 1, 2))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "The service answered GET /page of 0 bytes with 503; only what it answers with 200 to 299 can be"
                                + " measured. It said: try later");
    }

    @Test
    void a_service_that_gets_slower_is_told() throws Exception {
        assertThat(measure(call -> 4 + call / 500.0, call -> 1, 0).notes())
                .anySatisfy(note -> assertThat(note).startsWith("GET /page gets slower: its last calls took 1."));
    }

    @Test
    void a_service_that_leaks_is_told() throws Exception {
        assertThat(measure(call -> 4, call -> (64L << 20) + call * 50_000L, 0).notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("GET /page may leak memory: the process held 1.")
                        .endsWith(" up to 159 MB."));
    }

    @Test
    void a_service_that_does_neither_is_not() throws Exception {
        assertThat(measure(call -> 4 + call % 3, call -> (64L << 20) + call % 5, 0)
                        .notes())
                .noneSatisfy(note -> assertThat(note).containsAnyOf("slower", "leak"));
    }

    private static HostMeasurement measure(IntToDoubleFunction cpuMillis, IntToLongFunction memoryBytes, int failsAt)
            throws Exception {
        return new HostMeasuring(() -> new Scripted(cpuMillis, memoryBytes, failsAt), List.of(PAGE), EFFORT, done -> {})
                .measure(1);
    }
}
