package dev.breakeven.comparison.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateFunctionsTest {

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void json_is_the_deployment_of_compare_with_shares_and_speed() throws Exception {
        JsonNode answer = simulate("--account-concurrency", "20");
        assertThat(answer.fieldNames())
                .toIterable()
                .startsWith("schema")
                .contains("name", "requests", "latencyMillis", "coldStarts", "peakCapacity", "meanCapacity", "meanBusy")
                .contains("coldShare", "utilisation", "simulatedRequests", "wallSeconds", "requestsPerSecond");
        assertThat(answer.get("schema").asText()).isEqualTo("simulate/1");
        JsonNode requests = answer.get("requests");
        assertThat(requests.get("ok").asLong() + requests.get("failed").asLong())
                .isEqualTo(requests.get("total").asLong());
        assertThat(requests.get("failedBy").get("throttled").asLong())
                .isPositive()
                .isEqualTo(requests.get("failedBy").get("concurrencyThrottled").asLong());
        assertThat(answer.get("utilisation").asDouble())
                .isCloseTo(
                        answer.get("meanBusy").asDouble()
                                / answer.get("meanCapacity").asDouble(),
                        within(1e-9));
    }

    @Test
    void text_tells_what_was_assumed_and_from_what_source() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("uniform(294s,347s)", "EuroSys '26", "AWS's default limit", "no source found");
    }

    @Test
    void what_was_noticed_in_the_workload_comes_first() {
        assertThat(execute(List.of("simulate functions --workload elb-request-count --warm fixed:1ms --cold fixed:1s"
                        .split(" ", -1))))
                .isZero();
        assertThat(out.toString()).startsWith(" elb-request-count.csv: 8 of 4040 periods have no row and count as 0.");
    }

    @Test
    void what_is_given_is_not_assumed() {
        assertThat(run("--keep-alive", "fixed:5m", "--reuse", "oldest")).isZero();
        assertThat(out.toString()).doesNotContain("uniform(", "pacslab");
    }

    /** Cold requests take 2 s as it is; with a snapshot 0.5 s to restore it and then the 2 s. */
    @Test
    void a_snapshot_is_restored_before_the_first_call() throws Exception {
        assertThat(simulate("--snapstart", "fixed:500ms")
                        .get("latencyMillis")
                        .get("max")
                        .asDouble())
                .isCloseTo(2_500, within(2.0));
    }

    /** Of 600 s at 20 a second, each call of 1 s is ended after half of one; a function URL answers 502 then. */
    @Test
    void a_cause_comes_with_the_status_that_callers_see() throws Exception {
        JsonNode requests = simulate("--timeout", "500ms", "--front", "url").get("requests");
        assertThat(requests.get("failedBy").get("functionTimeout")).isEqualTo(requests.get("total"));
        assertThat(requests.get("statusOf").get("functionTimeout").asInt()).isEqualTo(502);
        out.getBuffer().setLength(0);
        assertThat(run("--timeout", "500ms", "--front", "rest")).isZero();
        assertThat(out.toString()).containsPattern("function timeout .*, status 502");
    }

    @Test
    void nine_hundred_of_a_thousand_may_be_reserved() throws Exception {
        assertThat(simulate("--reserved", "900").get("requests").get("failed").asLong())
                .isZero();
    }

    @Test
    void times_may_be_those_of_a_file() throws Exception {
        Path seen = folder.resolve("seen.txt");
        Files.writeString(seen, "250\n250ms\n\n0.25s\n");
        assertThat(simulate("--wait", "file:" + seen)
                        .get("latencyMillis")
                        .get("p50")
                        .asDouble())
                .isCloseTo(1_250, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"59, 59 seconds", "600, 10 minutes", "90000, 25 hours", "400000, 4 days"})
    void times_are_told_in_the_unit_that_fits(double seconds, String time) {
        assertThat(PatientProgress.time(seconds)).isEqualTo(time);
    }

    private JsonNode simulate(String... more) throws Exception {
        Path file = folder.resolve("answer.json");
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--json", file.toString()));
        assertThat(run(arguments.toArray(String[]::new))).isZero();
        return new ObjectMapper().readTree(Files.readString(file, UTF_8));
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("simulate functions --workload steady:20/s --duration 10m --warm fixed:1s --cold fixed:2s"
                        .split(" ", -1)));
        arguments.addAll(List.of(more));
        return execute(arguments);
    }

    private int execute(List<String> arguments) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        return command.execute(arguments.toArray(String[]::new));
    }
}
