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
        assertThat(DAY.busiest(HOUR).expectedRequests()).isEqualTo(90 + 36);
        assertThat(DAY.busiest(HOUR.multipliedBy(2)).expectedRequests()).isEqualTo(30 + 90 + 2 * 36);
    }

    @Test
    void its_requests_are_those_of_the_whole() {
        List<Long> thirdHour = arrivals(DAY).stream()
                .filter(nanos -> nanos >= 2 * HOUR.toNanos() && nanos < 3 * HOUR.toNanos())
                .map(nanos -> nanos - 2 * HOUR.toNanos())
                .toList();
        assertThat(arrivals(DAY.busiest(HOUR))).isNotEmpty().isEqualTo(thirdHour);
    }

    @Test
    void a_short_workload_is_its_own_busiest_part() {
        assertThat(DAY.busiest(Duration.ofHours(5))).isSameAs(DAY);
    }

    @Test
    void it_can_be_scaled() {
        assertThat(DAY.busiest(HOUR).scaled(10).expectedRequests()).isEqualTo(1_260);
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
