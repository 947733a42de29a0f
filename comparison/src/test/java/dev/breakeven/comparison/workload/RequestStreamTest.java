package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.quantity.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private static Workload workload(Duration duration, RateSteps... rates) {
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
