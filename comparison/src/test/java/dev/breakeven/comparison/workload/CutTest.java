package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.quantity.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final Duration HOUR = Duration.ofHours(1);

    /** 10, 30, 90 and 20 requests an hour. */
    private static final Workload DAY = new Workload(
            "four-hours",
            Duration.ofHours(4),
            List.of(new RateSteps(HOUR.toNanos(), new double[] {10, 30, 90, 20}), new Paced(0.01)),
            new RequestMix(List.of(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(0)))),
            HOUR,
            List.of());

    @Test
    void the_busiest_part_is_the_one_with_the_most_expected() {
        // 36 an hour come evenly spaced.
        assertThat(DAY.busiest(HOUR, Duration.ZERO).expectedRequests()).isEqualTo(90 + 36);
        assertThat(DAY.busiest(HOUR.multipliedBy(2), Duration.ZERO).expectedRequests())
                .isEqualTo(30 + 90 + 2 * 36);
    }

    @Test
    void as_many_come_as_in_that_part_of_the_whole_and_none_outside() {
        // 90,000 and 36,000, give or take three standard deviations of 300.
        assertThat(arrivals(DAY.scaled(1_000).busiest(HOUR, Duration.ZERO)))
                .hasSizeBetween(125_100, 126_900)
                .isSorted()
                .allMatch(nanos -> nanos >= 0 && nanos < HOUR.toNanos());
    }

    @Test
    void a_rhythm_goes_on_where_it_was() {
        Workload paced = new Workload("paced", HOUR, List.of(new Paced(0.1)), DAY.mix(), HOUR, List.of());
        Workload part = paced.busiest(Duration.ofSeconds(25), Duration.ZERO);
        // Every ten seconds: the parts that begin at 0 s, 50 s and so on have three, those that begin at 25 s two.
        assertThat(arrivals(part)).hasSize(3);
        assertThat(arrivals(new Workload(
                                        "cut",
                                        HOUR,
                                        List.of(new Cut(new Paced(0.1), Duration.ofSeconds(25))),
                                        DAY.mix(),
                                        HOUR,
                                        List.of()))
                                .getFirst()
                        / 1_000_000_000)
                .isEqualTo(5);
    }

    @Test
    void what_leads_to_it_comes_along_as_far_as_there_is_any() {
        assertThat(DAY.busiest(HOUR, HOUR).expectedRequests()).isEqualTo(30 + 90 + 2 * 36);
        assertThat(DAY.busiest(HOUR, HOUR.multipliedBy(9)).duration()).isEqualTo(HOUR.multipliedBy(3));
    }

    @Test
    void a_burst_is_cut_at_its_peak() {
        Burst burst = new Burst(HOUR, HOUR, HOUR, Duration.ZERO, 10, 1);
        Workload calls = new Workload("burst", Duration.ofHours(4), List.of(burst), DAY.mix(), HOUR, List.of());
        // 36,000 in the hour of the peak, give or take three standard deviations of 190.
        assertThat(arrivals(calls.busiest(HOUR, Duration.ZERO))).hasSizeBetween(35_430, 36_570);
    }

    @Test
    void a_short_workload_is_its_own_busiest_part() {
        assertThat(DAY.busiest(Duration.ofHours(4), Duration.ZERO)).isSameAs(DAY);
    }

    @Test
    void it_can_be_scaled() {
        assertThat(DAY.busiest(HOUR, Duration.ZERO).scaled(10).expectedRequests())
                .isEqualTo(1_260);
    }

    private static List<Long> arrivals(Workload workload) {
        List<Long> arrivals = new ArrayList<>();
        RequestStream requests = workload.requests(7);
        while (requests.next()) {
            arrivals.add(requests.arrivalNanos());
        }
        return arrivals;
    }
}
