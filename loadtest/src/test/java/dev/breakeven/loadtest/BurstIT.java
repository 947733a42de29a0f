package dev.breakeven.loadtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A burst of five seconds as the profile runs it: Gatling in a JVM of its own, against the packaged server. */
class BurstIT {

    private static final int ASSERTION_FAILED = 2;

    @TempDir
    Path reports = Path.of("");

    private record Run(int status, String output) {}

    @Test
    void a_small_crowd_is_served_and_the_report_written() throws Exception {
        Run run = burst("-Dpeak=10");
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).contains("GET /", "POST /compress", "percentage of failed events");
        assertThat(pages()).anyMatch(page -> page.endsWith("index.html"));
    }

    @Test
    void a_failed_assertion_is_told_by_the_status_and_the_report_is_still_written() throws Exception {
        Run run = burst("-Dpeak=10", "-Dp99=1");
        assertThat(run.status()).as(run.output()).isEqualTo(ASSERTION_FAILED);
        assertThat(pages()).anyMatch(page -> page.endsWith("index.html"));
    }

    @Test
    void a_target_that_does_not_answer_is_named() throws Exception {
        // Port 1 is reserved, and nothing listens there.
        Run run = burst("-Dtarget=http://127.0.0.1:1/");
        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains("The target http://127.0.0.1:1/ does not answer");
    }

    @Test
    void a_setting_out_of_range_is_refused() throws Exception {
        Run run = burst("-Dpeak=many");
        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains("-Dpeak takes a whole number from 1 to 10000, not 'many'.");
    }

    private Run burst(String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dbreakeven.home=" + System.getProperty("breakeven.home"),
                "-Dseconds=5"));
        command.addAll(List.of(settings));
        command.addAll(List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "-s",
                BurstSimulation.class.getName(),
                "-rf",
                reports.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream printed = process.getInputStream()) {
            String output = new String(printed.readAllBytes(), UTF_8);
            return new Run(process.waitFor(), output);
        }
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            return files.toList();
        }
    }
}
