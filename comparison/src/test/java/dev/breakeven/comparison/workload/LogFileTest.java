package dev.breakeven.comparison.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requests_come_when_they_were_logged_from_0_on_with_their_own_route(boolean compressed) throws Exception {
        write(compressed, List.of(json(0, "GET /"), json(1_500, "POST /compress"), json(4_250, "GET /")));
        RequestStream requests = read("1h").requests(1);
        assertNext(requests, 0, 1);
        assertNext(requests, 1_500, 0);
        assertNext(requests, 4_250, 1);
        assertThat(requests.next()).isFalse();
        assertThat(requests.next()).isFalse();
    }

    @Test
    void a_route_that_the_mix_does_not_name_is_left_to_the_mix() throws Exception {
        write(
                false,
                IntStream.range(0, 4_000)
                        .mapToObj(i -> json(i, "GET /favicon.ico"))
                        .toList());
        RequestStream requests = read("1h").requests(1);
        int compress = 0;
        while (requests.next()) {
            compress += requests.kind() == 0 ? 1 : 0;
        }
        // A quarter of the mix: 1,000 ± 3 × √(4,000 × 1/4 × 3/4).
        assertThat(compress).isCloseTo(1_000, within(83));
    }

    @Test
    void lines_that_are_nearly_in_order_are_put_in_order() throws Exception {
        List<String> lines = new ArrayList<>(IntStream.range(0, 1_000)
                .mapToObj(i -> json(1_000L * i, "GET /"))
                .toList());
        for (int i = 0; i + 200 <= 1_000; i += 200) {
            Collections.reverse(lines.subList(i, i + 200));
        }
        write(true, lines);
        Workload workload = read("1h");
        assertThat(workload.notes()).singleElement().asString().contains("nobody calls, 2601 s before");
        RequestStream requests = workload.requests(1);
        for (int i = 0; i < 1_000; i++) {
            assertNext(requests, 1_000L * i, 1);
        }
        assertThat(requests.next()).isFalse();
    }

    @Test
    void a_line_that_comes_too_late_is_skipped_with_a_note() throws Exception {
        List<String> lines = new ArrayList<>(
                IntStream.range(0, 20).mapToObj(i -> json(60_000L * i, "GET /")).toList());
        lines.add(json(0, "GET /"));
        write(false, lines);
        Workload workload = read("20m");
        assertThat(workload.expectedRequests()).isEqualTo(20);
        assertThat(workload.notes())
                .singleElement()
                .asString()
                .startsWith("access.log: 1 of 21 lines were skipped: 1 are more than five minutes earlier than a line"
                        + " before (the first is line 21: '{");
    }

    @Test
    void requests_of_whole_seconds_are_spread_over_them_always_alike() throws Exception {
        write(false, Collections.nCopies(1_000, "{\"time\": \"2026-03-01T12:00:00Z\"}"));
        RequestStream requests = read("1h").requests(1);
        RequestStream ofAnotherSeed = read("1h").requests(2);
        long before = 0;
        double sum = 0;
        while (requests.next() && ofAnotherSeed.next()) {
            assertThat(requests.arrivalNanos()).isGreaterThanOrEqualTo(before).isLessThan(1_000_000_000L);
            assertThat(requests.arrivalNanos()).isEqualTo(ofAnotherSeed.arrivalNanos());
            before = requests.arrivalNanos();
            sum += before / 1e9;
        }
        // A thousand uniform times: 0.5 ± 3 × 0.289 / √1,000.
        assertThat(sum / requests.count()).isCloseTo(0.5, within(0.028));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 1.5, 3, 10})
    void scaled_it_keeps_its_rhythm_and_has_so_many_times_the_requests(double factor) throws Exception {
        // A request every 100 ms for ten minutes, silence for ten, and again.
        write(
                false,
                IntStream.range(0, 12_000)
                        .mapToObj(i -> json(100L * i + (i < 6_000 ? 0 : 600_000), "GET /"))
                        .toList());
        Workload workload = read("1h").scaled(factor);
        assertThat(workload.expectedRequests()).isCloseTo(12_000 * factor, within(1e-6));
        RequestStream requests = workload.requests(1);
        long before = 0;
        while (requests.next()) {
            assertThat(requests.arrivalNanos()).isGreaterThanOrEqualTo(before);
            before = requests.arrivalNanos();
            assertThat(before / 1e9 % 1_200).isLessThan(601);
        }
        // The chance of each part kept strays by no more than √12,000 / 2 = 55.
        assertThat(requests.count()).isCloseTo((long) (12_000 * factor), within(165L));
    }

    @Test
    void what_comes_after_the_end_is_left_out_with_a_note() throws Exception {
        write(
                false,
                IntStream.range(0, 100).mapToObj(i -> json(1_000L * i, "GET /")).toList());
        Workload workload = read("30s");
        assertThat(workload.expectedRequests()).isEqualTo(30);
        assertThat(workload.notes())
                .containsExactly("access.log: 70 of 100 requests come after the workload's end and are left out.");
        RequestStream requests = workload.requests(1);
        while (requests.next()) {}
        assertThat(requests.count()).isEqualTo(30);
    }

    @Test
    void an_empty_log_is_refused() throws Exception {
        write(false, List.of());
        assertThatThrownBy(() -> read("1h"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("workload.yaml: item 1 of 'arrivals': access.log has no line");
    }

    @Test
    void a_log_in_reverse_is_refused_with_how_many_lines_were_skipped() throws Exception {
        write(
                false,
                IntStream.range(0, 100)
                        .mapToObj(i -> json(-60_000L * i, "GET /"))
                        .toList());
        assertThatThrownBy(() -> read("1h"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("access.log: 94 of 100 lines were skipped: 94 are more than five minutes earlier")
                .hasMessageContaining("the first is line 7: '{")
                .hasMessageEndingWith(
                        "a log in the format jsonl, sorted by time to five minutes, of which a tenth may be"
                                + " skipped is accepted.");
    }

    @Test
    void another_format_is_refused_after_a_thousand_lines() throws Exception {
        write(
                true,
                Collections.nCopies(100_000, "127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.0\" 200 2"));
        assertThatThrownBy(() -> read("1h"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("access.log: 1,000 of 1,000 lines were skipped: 1,000 are no JSON object"
                        + " (the first is line 1: '127.0.0.1 - - [10/Oct");
    }

    @Test
    void a_gzip_file_that_was_cut_off_is_refused() throws Exception {
        write(true, IntStream.range(0, 1_000).mapToObj(i -> json(i, "GET /")).toList());
        Path log = folder.resolve("access.log");
        byte[] whole = Files.readAllBytes(log);
        try (OutputStream out = Files.newOutputStream(log)) {
            out.write(whole, 0, whole.length / 2);
        }
        assertThatThrownBy(() -> read("1h"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("access.log cannot be read: ");
    }

    @Test
    void a_large_log_is_replayed_in_a_heap_of_32_megabytes() throws Exception {
        // Three million requests, 240 MB of text in gzip, nearly in order.
        int lines = 3_000_000;
        Path log = folder.resolve("access.log");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(log), 1 << 16)) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < lines; i++) {
                int second = Math.max(0, i / 100 - i % 7);
                text.append("10.0.0.1 - - [01/Mar/2026:")
                        .append(String.valueOf(100 + second / 3_600).substring(1))
                        .append(':')
                        .append(String.valueOf(100 + second / 60 % 60).substring(1))
                        .append(':')
                        .append(String.valueOf(100 + second % 60).substring(1))
                        .append(" +0000] \"GET / HTTP/1.1\" 200 126\n");
                if (text.length() > 1 << 16 || i == lines - 1) {
                    out.write(text.toString().getBytes(UTF_8));
                    text.setLength(0);
                }
            }
        }
        Path workload = workload("combined", "1d");
        Process replay = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Replay.class.getName(),
                        workload.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(replay.getInputStream().readAllBytes(), UTF_8).strip())
                .isEqualTo("3000000");
        assertThat(replay.waitFor()).isZero();
    }

    /** What the child process of the test above runs. */
    static final class Replay {

        private Replay() {}

        public static void main(String[] arguments) throws BadInputException {
            RequestStream requests = WorkloadFile.read(arguments[0]).requests(1);
            while (requests.next()) {}
            System.out.println(requests.count());
        }
    }

    private static void assertNext(RequestStream requests, long millis, int kind) {
        assertThat(requests.next()).isTrue();
        assertThat(requests.arrivalNanos()).isEqualTo(1_000_000 * millis);
        assertThat(requests.kind()).isEqualTo(kind);
    }

    private static String json(long millis, String route) {
        int space = route.indexOf(' ');
        String time = START.plusMillis(millis).toString();
        return "{\"time\": \"" + (time.contains(".") ? time : time.replace("Z", ".000Z")) + "\", \"method\": \""
                + route.substring(0, space) + "\", \"path\": \"" + route.substring(space + 1) + "\"}";
    }

    private void write(boolean compressed, List<String> lines) throws IOException {
        Path log = folder.resolve("access.log");
        try (OutputStream out =
                compressed ? new GZIPOutputStream(Files.newOutputStream(log)) : Files.newOutputStream(log)) {
            for (String line : lines) {
                out.write((line + "\n").getBytes(UTF_8));
            }
        }
    }

    private Workload read(String duration) throws IOException, BadInputException {
        return WorkloadFile.read(workload("jsonl", duration).toString());
    }

    private Path workload(String format, String duration) throws IOException {
        return Files.writeString(folder.resolve("workload.yaml"), """
                name: replay
                duration: %s
                arrivals:
                  - log: {file: access.log, format: %s}
                requests:
                  - {route: "POST /compress", weight: 1}
                  - {route: "GET /", weight: 3}
                """.formatted(duration, format));
    }
}
