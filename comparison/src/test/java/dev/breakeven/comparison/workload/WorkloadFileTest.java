package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.quantity.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadFileTest {

    private static final RequestMix OF_A_SERVICE = new RequestMix(List.of(
            new RequestMix.Kind("POST /resize", 3, new Distribution.Fixed(9_000)),
            new RequestMix.Kind("GET /list?page=1", 0.5, new Distribution.Fixed(0))));

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_recorded_month_has_a_mean_of_61_8_requests_in_five_minutes() throws BadInputException {
        Workload workload = WorkloadFile.read("elb-request-count");
        assertThat(workload.duration()).isEqualTo(Duration.ofHours(730));
        // 8,760 periods of 61.8 requests are 541,000; the month repeats the fourteen days two times and a part.
        RequestStream requests = workload.requests(1);
        while (requests.next()) {}
        assertThat(requests.count()).isBetween(520_000L, 560_000L);
    }

    @Test
    void a_file_names_its_counts_relative_to_itself() throws Exception {
        write("counts.csv", "2026-01-01 00:00:00,60\n2026-01-01 00:01:00,0\n");
        Path file = write("workload.yaml", """
                name: two-minutes
                duration: 2m
                arrivals:
                  - counts: {file: counts.csv, period: 1m, scale: 10}
                  - steady: {rate: 0.5/s}
                requests:
                  - {route: "GET /"}
                """);
        Workload workload = WorkloadFile.read(file.toString());
        assertThat(workload.name()).isEqualTo("two-minutes");
        assertThat(workload.arrivals()).hasSize(2);
        assertThat(workload.arrivals().get(0))
                .isInstanceOfSatisfying(
                        RateSteps.class, counts -> assertThat(counts.expected()).containsExactly(600, 0));
        assertThat(workload.clientTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void an_unknown_name_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> WorkloadFile.read("elb-requests"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("There is no workload 'elb-requests': it is neither a file, nor a rate like"
                        + " steady:0.9/s or paced:5/s, nor one of ");
    }

    @ParameterizedTest
    @CsvSource({"steady(0.9/s),9", "steady:0.9/s,9", "paced(5/s),50", "paced:300/m,50"})
    void a_rate_in_a_word_asks_for_the_front_page(String spec, double inTenSeconds) throws BadInputException {
        Workload workload = WorkloadFile.read(spec, Duration.ofSeconds(10));
        assertThat(workload.name()).isEqualTo(spec);
        assertThat(workload.expectedRequests()).isCloseTo(inTenSeconds, within(1e-9));
        assertThat(workload.mix().kinds()).containsExactly(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(0)));
        assertThat(workload.clientTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(WorkloadFile.read(spec).duration()).isEqualTo(Duration.ofDays(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "steady:0/s          | takes a rate above 0/s and up to 100000000/s, not 0/s.",
                "paced:1000000000/s  | takes a rate above 0/s and up to 100000000/s, not 1000000000/s.",
                "steady:-1/s         | '-1/s' is no rate; 0.9/s, 12/m and 300/h are.",
                "paced(5)            | '5' is no rate; 0.9/s, 12/m and 300/h are.",
                "stedy:5/s           | There is no workload 'stedy:5/s': it is neither a file, nor a rate like steady:0.9/s"
            })
    void a_refused_rate_in_a_word_says_what_is_accepted(String spec, String part) {
        assertThatThrownBy(() -> WorkloadFile.read(spec))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(spec)
                .hasMessageContaining(part);
    }

    @Test
    void a_duration_given_takes_the_place_of_the_files() throws BadInputException {
        Workload workload = WorkloadFile.read("elb-request-count", Duration.ofHours(1));
        assertThat(workload.duration()).isEqualTo(Duration.ofHours(1));
        // The first twelve periods: 94 + 56 + 187 + 95 + 51 + 10 + 49 + 79 + 24 + 73 + 45 + 9.
        assertThat(workload.expectedRequests()).isCloseTo(772, within(1e-9));
    }

    @Test
    void a_burst_that_a_shorter_duration_would_leave_out_is_refused() {
        assertThatThrownBy(() -> WorkloadFile.read("front-page", Duration.ofDays(1)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "front-page.yaml: item 2 of 'arrivals': the burst begins after 224.0h, but the workload ends"
                                + " after 24.0h; 'at' takes less than that.");
    }

    @Test
    void a_misspelt_name_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> WorkloadFile.read("frontpage-x10"))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("Did you mean front-page-x10?");
    }

    @Test
    void a_caller_who_does_not_wait_is_refused() throws Exception {
        Path file = write("impatient.yaml", """
                name: impatient
                duration: 1h
                client-timeout: 0s
                arrivals:
                  - steady: {rate: 1/s}
                requests:
                  - {route: "GET /"}
                """);
        assertThatThrownBy(() -> WorkloadFile.read(file.toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("A caller waits longer than 0 s; 'client-timeout' takes more than that.");
    }

    @Test
    void counts_that_do_not_repeat_are_followed_by_silence() throws Exception {
        write("counts.csv", "2026-01-01 00:00:00,60\n2026-01-01 00:01:00,30\n");
        Path file = write("workload.yaml", """
                name: an-hour
                duration: 1h
                arrivals:
                  - counts: {file: counts.csv, period: 1m}
                requests:
                  - {route: "GET /"}
                """);
        assertThat(WorkloadFile.read(file.toString()).expectedRequests()).isEqualTo(90);
        assertThat(WorkloadFile.read(file.toString(), Duration.ofSeconds(90)).expectedRequests())
                .isEqualTo(75);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "duration: 1h                        | duration: 1 hour  | '1 hour' is no duration",
                "duration: 1h                        | duration: 0s      | A workload lasts longer than 0 s; 'duration' takes more than that.",
                "duration: 1h                        | duration: -1h     | line 2: 'duration': '-1h' is no duration",
                "duration: 1h                        | lasts: 1h         | unknown key 'lasts'",
                "rate: 0.5/s                       | rate: fast        | 'fast' is no rate; 0.9/s, 12/m and 300/h are.",
                "- steady: {rate: 0.5/s}           | - {}            | line 4: an item has one key that says what it is: one of burst, counts, daily,",
                "- steady: {rate: 0.5/s}           | - {steady: {rate: 1/s}, paced: {rate: 1/s}} | line 4: an item has one key that says what it is",
                "- {route: \"GET /\"}              | []              | at least one kind of request",
                "steady: {rate: 0.5/s}             | steady: {rate: 0/h} | item 1 of 'arrivals': 'rate' takes a rate above 0/s",
                "steady: {rate: 0.5/s}             | steady: {rate: -1/s} | line 4: 'rate': '-1/s' is no rate",
                "steady: {rate: 0.5/s}             | paced: {rate: 0/s} | item 1 of 'arrivals': 'rate' takes a rate above 0/s",
                "steady: {rate: 0.5/s}             | daily: {peak-to-mean: 2} | item 1 of 'arrivals': 'mean' is missing.",
                "steady: {rate: 0.5/s}             | daily: {mean: 1/s, peak-to-mean: 0.5, peak-hour: 1} | 'peak-to-mean' takes 1.000, what the busiest day as a whole has, to 24.00, not 0.5.",
                "steady: {rate: 0.5/s}             | daily: {mean: 1/s, peak-to-mean: 1, peak-hour: 1, weekend: 0.6} | 'peak-to-mean' takes 1.129,",
                "steady: {rate: 0.5/s}             | daily: {mean: 1/s, peak-to-mean: 2, peak-hour: 24} | 'peak-hour' takes 0.0 to 23.99, not 24.0.",
                "steady: {rate: 0.5/s}             | daily: {mean: 1/s, peak-to-mean: 2, peak-hour: 2, weekend: -1} | 'weekend' takes 0.0 to 100.0, not -1.0.",
                "steady: {rate: 0.5/s}             | burst: {at: 2h, requests: 9, half-life: 1h} | the burst begins after 2.0h, but the workload ends after 1.0h",
                "steady: {rate: 0.5/s}             | burst: {at: 0s, requests: -9, half-life: 1h} | 'requests' takes a number above 0 and up to 10^12, not -9.0.",
                "steady: {rate: 0.5/s}             | burst: {at: 0s, requests: 9, half-life: 1h, jitter: -3.5} | 'jitter' takes 1, for none, and up to 100, not -3.5.",
                "steady: {rate: 0.5/s}             | burst: {at: 0s, requests: 9} | a burst takes time: an 'onset', a 'plateau' or a 'half-life'",
                "steady: {rate: 0.5/s}             | burst: {at: 0s, requests: many, half-life: 1h} | line 4: 'requests': 'many' is no number;",
                "steady: {rate: 0.5/s}             | log: {file: a.log, format: combine} | line 4: 'format': 'combine' is no format of a log; combined, alb, cloudfront, jsonl are. Did you mean combined?",
                "steady: {rate: 0.5/s}             | log: {file: a.log} | item 1 of 'arrivals': 'format' is missing.",
                "steady: {rate: 0.5/s}             | log: {file: a.log, format: alb} | a.log cannot be read: is it there",
                "steady: {rate: 0.5/s}             | counts: {file: a.csv, period: 0s} | 'period' takes whole seconds, 1s and up",
                "steady: {rate: 0.5/s}             | counts: {file: a.csv, period: 1m} | a.csv cannot be read: is it there",
                "steady: {rate: 0.5/s}             | counts: {file: a.csv, period: 1m, scale: -1} | 'scale' takes a number above 0",
                "{route: \"GET /\"}                  | {route: \"GET /\", payload: \"uniform(2kB,1kB)\"} | item 1 of 'requests': 'uniform(2kB,1kB)': uniform goes up, from the smaller to the larger value, as in uniform(1,3).",
                "{route: \"GET /\"}                  | {route: \"GET /\", payload: \"quantiles(p0=1B,p90=3B,p50=2B,p100=9B)\"} | quantiles go up, percentile by percentile and value by value.",
                "{route: \"GET /\"}                  | {route: \"GET /\", payload: \"uniform(2kB)\"} | 'uniform(2kB)': it takes 2 values, not 1.",
                "name: a                             | title: a          | unknown key 'title'",
                "route: \"GET /\"                  | weight: 1       | 'route' is missing",
                "route: \"GET /\"                  | route: \"GET /\", weight: -1 | has the weight -1"
            })
    void a_refusal_names_the_file_and_what_is_accepted(String from, String to, String part) throws Exception {
        String good =
                "name: a\nduration: 1h\narrivals:\n  - steady: {rate: 0.5/s}\nrequests:\n  - {route: \"GET /\"}\n";
        assertThat(good).contains(from);
        Path file = write("bad.yaml", good.replace(from, to));
        assertThatThrownBy(() -> WorkloadFile.read(file.toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("bad.yaml")
                .hasMessageContaining(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"steady:10/s", "front-page"})
    void what_does_not_know_the_service_asks_for_the_service_s_own_requests_and_says_so(String workload)
            throws BadInputException {
        Workload asked = WorkloadFile.read(workload, OF_A_SERVICE);
        assertThat(asked.mix()).isEqualTo(OF_A_SERVICE);
        assertThat(asked.notes())
                .containsExactly(
                        "What is asked is the service's own, by weight: POST /resize 3, GET /list?page=1 0.5.");
        assertThat(asked.name()).isEqualTo(workload);
    }

    @Test
    void a_file_that_leaves_its_requests_out_asks_for_the_service_s_own_and_finds_them_in_logs() throws Exception {
        write("a.jsonl", """
                {"time": "2026-01-01T00:00:00Z", "method": "GET", "path": "/list?page=7"}
                {"time": "2026-01-01T00:00:01Z", "method": "GET", "path": "/list"}
                """);
        Path file = write("replay.yaml", """
                name: replay
                duration: 2s
                arrivals:
                  - log: {file: a.jsonl, format: jsonl}
                """);
        Workload asked = WorkloadFile.read(file.toString(), OF_A_SERVICE);
        assertThat(asked.notes()).last().asString().startsWith("What is asked is the service's own");
        RequestStream requests = asked.requests(1);
        int count = 0;
        while (requests.next()) {
            assertThat(requests.kind()).isEqualTo(1);
            count++;
        }
        assertThat(count).isEqualTo(2);
        assertThatThrownBy(() -> WorkloadFile.read(file.toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("replay.yaml: 'requests' is missing.");
    }

    @Test
    void a_file_that_says_what_is_asked_is_taken_at_its_word() throws Exception {
        Path file = write("own.yaml", """
                name: own
                duration: 1h
                arrivals:
                  - steady: {rate: 1/s}
                requests:
                  - {route: "GET /"}
                """);
        Workload asked = WorkloadFile.read(file.toString(), OF_A_SERVICE);
        assertThat(asked.mix()).isEqualTo(WorkloadFile.read(file.toString()).mix());
        assertThat(asked.notes()).isEmpty();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
