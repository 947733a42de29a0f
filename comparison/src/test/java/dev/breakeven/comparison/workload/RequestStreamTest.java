package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.breakeven.comparison.quantity.Distribution;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestStreamTest {

    private static final RequestMix ONE_TO_THREE = new RequestMix(List.of(
            new RequestMix.Kind("POST /compress", 1, new Distribution.Uniform(1_000, 3_000)),
            new RequestMix.Kind("GET /", 3, new Distribution.Fixed(0))));

    @Test
    void the_same_seed_gives_the_same_requests_and_another_seed_others() {
        assertThat(seen(steady(10), 1)).isEqualTo(seen(steady(10), 1)).isNotEqualTo(seen(steady(10), 2));
    }

    @Test
    void arrivals_follow_the_rate_of_each_step_and_never_go_back() {
        // A minute of 6,000 requests, then one of none, twice: Poisson counts, so ±3 × √6,000 = 232 for each.
        Workload workload = workload(Duration.ofMinutes(4), new RateSteps(60_000_000_000L, new double[] {6_000, 0}));
        RequestStream requests = workload.requests(1);
        long[] perMinute = new long[4];
        long before = 0;
        while (requests.next()) {
            assertThat(requests.arrivalNanos()).isGreaterThanOrEqualTo(before);
            before = requests.arrivalNanos();
            perMinute[(int) (before / 60_000_000_000L)]++;
        }
        assertThat(perMinute[0]).isBetween(5_768L, 6_232L);
        assertThat(perMinute[1]).isZero();
        assertThat(perMinute[2]).isBetween(5_768L, 6_232L);
        assertThat(perMinute[3]).isZero();
        assertThat(requests.count()).isEqualTo(perMinute[0] + perMinute[2]);
    }

    @Test
    void gaps_of_a_steady_rate_are_exponential() {
        // Of exponential gaps with mean 1, the share above 1 is 1/e; of 36,000 gaps the standard error is 0.0025.
        RequestStream requests = steady(1).requests(3);
        int above = 0;
        long before = 0;
        while (requests.next()) {
            above += requests.arrivalNanos() - before > 1_000_000_000L ? 1 : 0;
            before = requests.arrivalNanos();
        }
        assertThat(above / (double) requests.count()).isCloseTo(1 / Math.E, within(0.0076));
    }

    @Test
    void counts_of_a_steady_rate_have_their_mean_for_a_variance() {
        // 3,600 counts of ten seconds at 20/s: the mean 200 has a standard error of √(200 / 3,600) = 0.24, and the
        // variance, of 200 × √(2 / 3,600) = 4.7. Three of each.
        double[] counts = new double[3_600];
        RequestStream requests = steady(20).requests(5);
        while (requests.next()) {
            counts[(int) (requests.arrivalNanos() / 10_000_000_000L)]++;
        }
        double mean = Arrays.stream(counts).average().orElseThrow();
        double variance = Arrays.stream(counts)
                .map(c -> (c - mean) * (c - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(200, within(0.71));
        assertThat(variance).isCloseTo(200, within(14.2));
    }

    @Test
    void gaps_of_a_steady_rate_pass_a_chi_square_test_against_the_exponential() {
        // Twenty classes of equal probability, so nineteen degrees of freedom: 43.8 is exceeded once in a thousand.
        int classes = 20;
        long[] seen = new long[classes];
        RequestStream requests = steady(2).requests(11);
        long before = 0;
        while (requests.next()) {
            double survives = Math.exp(-2e-9 * (requests.arrivalNanos() - before));
            seen[Math.min(classes - 1, (int) (classes * survives))]++;
            before = requests.arrivalNanos();
        }
        double expected = requests.count() / (double) classes;
        double chiSquare = Arrays.stream(seen)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(43.8);
    }

    @Test
    void counts_per_period_pass_a_chi_square_test_against_the_rate() {
        // A day in 24 hours of 100 to 2,400 requests. 51.2 is exceeded once in a thousand with 24 degrees of freedom.
        double[] rate =
                IntStream.rangeClosed(1, 24).mapToDouble(hour -> 100.0 * hour).toArray();
        RequestStream requests = workload(Duration.ofDays(1), new RateSteps(3_600_000_000_000L, rate))
                .requests(17);
        double[] counts = new double[24];
        while (requests.next()) {
            counts[(int) (requests.arrivalNanos() / 3_600_000_000_000L)]++;
        }
        double chiSquare = IntStream.range(0, 24)
                .mapToDouble(hour -> Math.pow(counts[hour] - rate[hour], 2) / rate[hour])
                .sum();
        assertThat(chiSquare).isLessThan(51.2);
    }

    @Test
    void draws_are_uniform_and_independent_of_who_asks() {
        RequestStream asked = steady(1).requests(1);
        RequestStream seldomAsked = steady(1).requests(1);
        double sum = 0;
        double squares = 0;
        while (asked.next() && seldomAsked.next()) {
            sum += asked.draw();
            squares += asked.draw() * asked.draw();
            if (asked.count() % 100 == 0) {
                assertThat(seldomAsked.draw()).isEqualTo(asked.draw());
            }
        }
        // Of 36,000 uniform draws the mean has a standard error of 0.0015, the mean square of 0.0016.
        assertThat(sum / asked.count()).isCloseTo(0.5, within(0.0046));
        assertThat(squares / asked.count()).isCloseTo(1 / 3.0, within(0.0048));
    }

    @Test
    void paced_requests_are_evenly_spaced_within_a_millisecond() {
        RequestStream requests = workload(Duration.ofMinutes(1), new Paced(5)).requests(1);
        while (requests.next()) {
            long due = (requests.count() - 1) * 200_000_000L;
            assertThat(requests.arrivalNanos()).isBetween(due, due + 999_999);
        }
        assertThat(requests.count()).isEqualTo(300);
    }

    @Test
    void paced_requests_closer_than_a_millisecond_never_overtake_each_other() {
        RequestStream requests =
                workload(Duration.ofSeconds(1), new Paced(1_000_000)).requests(1);
        long before = 0;
        while (requests.next()) {
            assertThat(requests.arrivalNanos()).isGreaterThanOrEqualTo(before);
            before = requests.arrivalNanos();
        }
        assertThat(requests.count()).isEqualTo(1_000_000);
    }

    @Test
    void going_on_to_the_next_request_allocates_nothing() {
        RequestStream requests =
                workload(Duration.ofDays(1), RateSteps.steady(10), new Paced(5)).requests(1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        requests.next();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        while (requests.next()) {}
        // A million requests; the JDK's generator may touch a class or two for the first time.
        assertThat(requests.count()).isGreaterThan(1_000_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    @Test
    void a_workload_scaled_has_so_many_times_the_requests() {
        Workload workload = workload(Duration.ofHours(1), RateSteps.steady(1), new Paced(2));
        assertThat(workload.expectedRequests()).isEqualTo(10_800);
        assertThat(workload.scaled(2.5).expectedRequests()).isEqualTo(27_000);
        RequestStream requests = workload.scaled(2.5).requests(1);
        while (requests.next()) {}
        assertThat(requests.count()).isBetween(26_700L, 27_300L);
    }

    @Test
    void kinds_come_by_weight_with_payloads_of_their_own() {
        RequestStream requests = steady(10).requests(1);
        long compress = 0;
        double bytes = 0;
        while (requests.next()) {
            if (requests.kind() == 0) {
                compress++;
                bytes += requests.payloadBytes();
            } else {
                assertThat(requests.payloadBytes()).isZero();
            }
        }
        assertThat(compress / (double) requests.count()).isCloseTo(0.25, within(0.003));
        assertThat(bytes / compress).isCloseTo(2_000, within(20.0));
    }

    @Test
    void the_busiest_second_of_a_thousand_requests_in_one_has_a_thousand() {
        Workload workload = workload(Duration.ofSeconds(3), new RateSteps(1_000_000_000L, new double[] {5, 1_000, 5}));
        RequestStream requests = workload.requests(1);
        while (requests.next()) {}
        assertThat(requests.busiestSecond()).isBetween(900, 1_100);
    }

    @Test
    void rates_add_up() {
        Workload workload = workload(Duration.ofHours(1), RateSteps.steady(1), RateSteps.steady(2));
        RequestStream requests = workload.requests(1);
        while (requests.next()) {}
        // 10,800 expected; three times its root is 312.
        assertThat(requests.count()).isBetween(10_488L, 11_112L);
    }

    private static Workload steady(double perSecond) {
        return workload(Duration.ofHours(10), RateSteps.steady(perSecond));
    }

    private static Workload workload(Duration duration, Arrivals... rates) {
        return new Workload("test", duration, List.of(rates), ONE_TO_THREE, Duration.ofSeconds(30), List.of());
    }

    private static List<String> seen(Workload workload, long seed) {
        List<String> seen = new ArrayList<>();
        RequestStream requests = workload.requests(seed);
        while (requests.next() && seen.size() < 1_000) {
            seen.add(requests.arrivalNanos() + " " + requests.kind() + " " + requests.payloadBytes() + " "
                    + requests.draw());
        }
        return seen;
    }
}
