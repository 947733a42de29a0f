package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadFileTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_recorded_month_has_a_mean_of_61_8_requests_in_five_minutes() throws BadInputException {
        Workload workload = WorkloadFile.read("elb-request-count");
        assertThat(workload.duration()).isEqualTo(Duration.ofHours(730));
        // 8,760 periods of 61.8 requests are 541,000; a Poisson total strays by √541,000 = 736, and the month repeats
        // the
        // fourteen days two times and a part.
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
        assertThat(workload.arrivals().get(0).expected()).startsWith(600, 0);
        assertThat(workload.clientTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void an_unknown_name_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> WorkloadFile.read("elb-requests"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("There is no workload 'elb-requests': it is neither a file nor one of elb-request-count.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "duration: 1h                        | duration: 1 hour  | '1 hour' is no duration",
                "duration: 1h                        | lasts: 1h         | unknown key 'lasts'",
                "rate: 0.5/s                       | rate: fast        | 'fast' is no rate; 0.9/s, 12/m and 300/h are.",
                "- steady: {rate: 0.5/s}           | - {}            | either steady or counts",
                "- {route: \"GET /\"}              | []              | at least one kind of request",
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

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
