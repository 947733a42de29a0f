package dev.breakeven.comparison.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Bursts in miniature: predicted, run on real processes, and compared. A run that is too noisy says nothing and is skipped with its
 * figures. It takes a machine that does nothing else: {@code -Dvalidate=burst} runs one burst on functions in two minutes,
 * {@code -Dvalidate} every service on every kind of hosting, and every wrong model by itself.
 */
class ValidateIT {

    private static final String EXAMPLE = "docs/example-service/service.yaml";

    /** Maven gives {@code true} to a property without a value. */
    private static final @Nullable String ASKED = System.getProperty("validate");

    @TempDir
    private Path folder;

    @Test
    void cold_starts_of_a_burst_are_predicted_beforehand_and_not_by_a_model_that_forgets_environments_too_soon()
            throws Exception {
        skipIf(ASKED == null, "Two minutes; run it with -Dvalidate=burst");
        Ran ran = validate("--service", "compresstest", "--on", "functions", "--attempts", "1");
        JsonNode run = ran.json().path("runs").path(0);
        assertThat(run.path("requests").asInt()).isGreaterThanOrEqualTo(2_000);
        JsonNode prediction = read("compresstest-functions-prediction.json");
        assertThat(Instant.parse(prediction.path("measured").asText()))
                .isBefore(Instant.parse(prediction.path("written").asText()));
        assertThat(ran.status()).isEqualTo(expectedStatus(ran.json()));
        skipIf(ran.json().path("noisy").asBoolean(), figures(ran.json()));
        assertThat(outside(run.path("checks")))
                .as(ran.screen())
                .doesNotContain("cold-starts", "peak-capacity", "failures");
        JsonNode forgetful = run.path("faults").path(1);
        assertThat(forgetful.path("fault").asText()).isEqualTo("keep-alive");
        assertThat(forgetful.path("by")).extracting(JsonNode::asText).contains("cold-starts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compresstest", "tinysite", EXAMPLE})
    void every_prediction_comes_true(String service) throws Exception {
        skipIf(!"true".equals(ASKED), "Six minutes each; run them with -Dvalidate");
        Ran ran = validate(
                "--service",
                service.equals(EXAMPLE) ? Home.folder().resolve(service).toString() : service);
        skipIf(ran.status() == ExitStatus.BROKEN.code(), figures(ran.json()));
        assertThat(ran.status()).as(ran.screen()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"service-time, server-core", "keep-alive, functions", "instance-missing, servers"})
    void a_wrong_model_fails(String fault, String on) throws Exception {
        skipIf(!"true".equals(ASKED), "Two minutes each; run them with -Dvalidate");
        Ran ran = validate("--service", "compresstest", "--on", on, "--fault", fault);
        skipIf(ran.status() == ExitStatus.BROKEN.code(), figures(ran.json()));
        assertThat(ran.status()).as(ran.screen()).isEqualTo(ExitStatus.FAILED.code());
    }

    private static void skipIf(boolean pointless, String why) {
        if (pointless) {
            System.out.println("Skipped: " + why);
        }
        assumeFalse(pointless, why);
    }

    private record Ran(int status, String screen, JsonNode json) {}

    private Ran validate(String... more) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of(
                "validate",
                "--out",
                folder.toString(),
                "--json",
                folder.resolve("validation.json").toString()));
        arguments.addAll(List.of(more));
        int status = command.execute(arguments.toArray(String[]::new));
        assertThat(folder.resolve("validation.json")).as(err.toString()).exists();
        return new Ran(status, out.toString(), read("validation.json"));
    }

    private JsonNode read(String name) throws Exception {
        return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(name)));
    }

    /** 1 if a run that is quiet enough is outside, 3 if none is and one is too noisy, 0 if all came true. */
    private static int expectedStatus(JsonNode json) {
        for (JsonNode run : json.path("runs")) {
            if (!run.path("noisy").asBoolean() && !outside(run.path("checks")).isEmpty()) {
                return 1;
            }
        }
        return json.path("noisy").asBoolean() ? 3 : 0;
    }

    private static List<String> outside(JsonNode checks) {
        return checks.valueStream()
                .filter(check -> !check.path("within").asBoolean())
                .map(check -> check.path("name").asText())
                .toList();
    }

    private static String figures(JsonNode json) {
        return json.path("runs")
                .valueStream()
                .map(run -> String.format(
                        Locale.ROOT,
                        "%s: CPU time per request %.3f ms before and %.3f ms after, callers %.1f ms late",
                        run.path("deployment").asText(),
                        run.path("cpuMillisBefore").asDouble(),
                        run.path("cpuMillisAfter").asDouble(),
                        run.path("callersLateMillis").asDouble()))
                .collect(Collectors.joining("; ", "The machine was too noisy: ", "."));
    }
}
