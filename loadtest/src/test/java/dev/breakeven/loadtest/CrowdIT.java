package dev.breakeven.loadtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.service.ServiceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crowds of five seconds as the profile runs them: Gatling in a JVM of its own, against what was packaged. */
class CrowdIT {

    private static final int ASSERTION_FAILED = 2;

    @TempDir
    Path reports = Path.of("");

    private record Run(int status, String output) {}

    @Test
    void a_crowd_is_served_by_functions_of_which_it_is_said_what_they_used() throws Exception {
        // Of a crowd twice as large more may come during a cold start than the machine has memory for.
        Run run = run(BurstSimulation.class, "-Dtarget=functions", "-Dservice=tinysite", "-Dpeak=4", "-Dp99=60000");
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("functions: \\d+ requests, [1-9]\\d* cold starts");
        assertThat(sideBySide()).contains("A crowd on functions", "API Gateway REST requests", "Cold starts");
    }

    @Test
    void two_injectors_make_one_crowd_and_what_their_callers_saw_is_one_page() throws Exception {
        Service tinySite = ServiceFile.read("tinysite", Path.of(System.getProperty("breakeven.home")));
        Running running = Running.servers(tinySite.server().orElseThrow());
        try (running) {
            List<Process> injectors = new ArrayList<>();
            for (String injector : List.of("1/2", "2/2")) {
                injectors.add(start(
                        WorkloadSimulation.class,
                        "-Dtarget=" + running.uri(),
                        "-Dservice=tinysite",
                        // A load generator elsewhere has only what is on the class path.
                        "-Dbreakeven.home=" + reports,
                        "-Dworkload=paced:7/s",
                        "-Dlabel=both",
                        "-Dp99=60000",
                        "-Dinjector=" + injector));
            }
            for (Process injector : injectors) {
                Run run = end(injector);
                assertThat(run.status()).as(run.output()).isZero();
            }
            // Each asks once whether the target answers.
            assertThat(running.used().get().sentence()).contains("37 requests");
        }
        Seen both = Seen.newest(RunFile.readAll(reports), 1).getFirst();
        assertThat(both.runs()).hasSize(2);
        assertThat(both.whole().answered().getTotalCount()).isEqualTo(35);
        assertThat(sideBySide()).contains("A crowd on both");
    }

    @Test
    void a_crowd_is_served_by_servers_and_a_failed_assertion_is_told_by_the_status_with_the_report_written()
            throws Exception {
        Run run = run(BurstSimulation.class, "-Dpeak=10", "-Dp99=1");
        assertThat(run.status()).as(run.output()).isEqualTo(ASSERTION_FAILED);
        assertThat(run.output())
                .contains("GET /", "POST /compress", "percentage of failed events", "instances: 1 at once at the most");
        assertThat(sideBySide()).contains("A crowd on servers", "Application load balancer", "EC2 t3.micro");
        assertThat(pages()).anyMatch(page -> page.endsWith("index.html"));
    }

    @Test
    void a_target_that_does_not_answer_is_named() throws Exception {
        // Port 1 is reserved, and nothing listens there.
        Run run = run(BurstSimulation.class, "-Dtarget=http://127.0.0.1:1/");
        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains("The target http://127.0.0.1:1/ does not answer");
    }

    private Run run(Class<? extends CrowdSimulation> simulation, String... settings)
            throws IOException, InterruptedException {
        return end(start(simulation, settings));
    }

    private Process start(Class<? extends CrowdSimulation> simulation, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dbreakeven.home=" + System.getProperty("breakeven.home"),
                "-Dseconds=5",
                "-Dresults=" + reports));
        command.addAll(List.of(settings));
        command.addAll(List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "-s",
                simulation.getName(),
                "-rf",
                reports.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Run end(Process process) throws IOException, InterruptedException {
        try (InputStream printed = process.getInputStream()) {
            String output = new String(printed.readAllBytes(), UTF_8);
            return new Run(process.waitFor(), output);
        }
    }

    private String sideBySide() throws IOException {
        return Files.readString(reports.resolve("side-by-side.html"));
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            return files.toList();
        }
    }
}
