package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.input.BadInputException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own workloads against what is published about such days, by counting what arrives. */
class PresetsTest {

    static List<String> names() {
        return WorkloadFile.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_is_called_as_its_file_lasts_a_month_and_asks_the_service_we_ship(String name) throws BadInputException {
        Workload workload = WorkloadFile.read(name);
        assertThat(workload.name()).isEqualTo(name);
        assertThat(workload.duration()).isBetween(Duration.ofDays(30), Duration.ofHours(730));
        assertThat(workload.mix())
                .usingRecursiveComparison()
                .isEqualTo(WorkloadFile.read("elb-request-count").mix());
    }

    @ParameterizedTest
    @CsvSource({
        "front-page-weak,   6000",
        "front-page,        30000",
        "front-page-strong, 130000",
        "front-page-x10,    300000",
        "front-page-x100,   3000000"
    })
    void a_front_page_day_is_as_the_published_accounts_have_it(String name, long hits) throws BadInputException {
        long[] seconds = perSecond(WorkloadFile.read(name));
        long[] days = sums(seconds, 86_400);
        long first = Arrays.stream(days).max().orElseThrow();
        long second = days[10];
        assertThat(days[9]).isEqualTo(first).isCloseTo(hits, within(hits / 10));
        assertThat(second / (double) first).isBetween(0.05, 0.5);
        assertThat(Arrays.stream(sums(seconds, 3_600)).max().orElseThrow() / (double) first)
                .isBetween(0.14, 0.18);
        // Before the burst it is quiet: nine days of 240 requests.
        assertThat(Arrays.stream(days, 0, 9).sum()).isCloseTo(2_160, within(140L));
    }

    @Test
    void seconds_of_the_peak_hour_reach_three_to_four_times_its_mean() throws BadInputException {
        // A hundred times the typical crowd, so that chance adds little to the seconds: from 09:00 to 10:00 of the
        // tenth
        // day, on the plateau.
        long[] seconds = perSecond(WorkloadFile.read("front-page-x100"));
        int from = (9 * 24 + 9) * 3_600;
        long[] hour = Arrays.copyOfRange(seconds, from, from + 3_600);
        double mean = Arrays.stream(hour).average().orElseThrow();
        assertThat(Arrays.stream(hour).max().orElseThrow() / mean).isBetween(3.0, 4.0);
    }

    @ParameterizedTest
    @CsvSource({"idle-side-project, 1440", "office-hours, 1296000", "steady-10rps, 25920000"})
    void a_month_has_as_many_requests_as_its_comment_says(String name, double requests) throws BadInputException {
        // Thirty days are four weeks and a Monday and Tuesday more, hence the two per cent; with a quiet weekend,
        // eight.
        double allowed = name.equals("office-hours") ? 0.08 : 0.02;
        assertThat(WorkloadFile.read(name).expectedRequests()).isCloseTo(requests, within(allowed * requests));
    }

    private static long[] perSecond(Workload workload) {
        long[] seconds = new long[(int) workload.duration().toSeconds()];
        RequestStream requests = workload.requests(1);
        while (requests.next()) {
            seconds[(int) (requests.arrivalNanos() / 1_000_000_000L)]++;
        }
        return seconds;
    }

    private static long[] sums(long[] seconds, int width) {
        long[] sums = new long[seconds.length / width];
        Arrays.setAll(
                sums, i -> Arrays.stream(seconds, i * width, (i + 1) * width).sum());
        return sums;
    }
}
