package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.simulation.Deployments;
import dev.breakeven.comparison.simulation.Measured;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BunchedTest {

    private static final long NANOS_PER_MINUTE = 60_000_000_000L;

    @Test
    void as_many_requests_come_all_of_them_in_the_first_part_of_their_hour() {
        Workload workload = Deployments.steady(1, Duration.ofHours(10));
        long asBefore = count(workload.requests(1));
        RequestStream requests = workload.bunched(60).requests(1);
        while (requests.next()) {
            assertThat(requests.arrivalNanos() % (60 * NANOS_PER_MINUTE)).isLessThan(NANOS_PER_MINUTE);
        }
        assertThat(requests.count()).isEqualTo(asBefore).isBetween(35_000L, 37_000L);
    }

    /** One a second becomes 60 in a second of the first minute. */
    @Test
    void the_rate_is_so_many_times_as_high() {
        RequestStream requests = paced().bunched(60).requests(1);
        assertThat(count(requests)).isEqualTo(7_200);
        assertThat(requests.busiestSecond()).isBetween(60, 61);
    }

    @Test
    void once_changes_nothing() {
        RequestStream before = paced().requests(1);
        RequestStream after = paced().bunched(1).requests(1);
        while (before.next()) {
            assertThat(after.next()).isTrue();
            assertThat(after.arrivalNanos()).isEqualTo(before.arrivalNanos());
        }
    }

    @Test
    void less_than_once_is_refused() {
        assertThatThrownBy(() -> paced().bunched(0.5))
                .hasMessage("requests are bunched 1 time, which changes nothing, to 3600 times, not 0.5 times.");
    }

    private static Workload paced() {
        return new Workload(
                "paced", Duration.ofHours(2), List.of(new Paced(1)), Measured.MIX, Duration.ofSeconds(30), List.of());
    }

    private static long count(RequestStream requests) {
        while (requests.next()) {}
        return requests.count();
    }
}
