package dev.breakeven.comparison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The main job, once: the packaged function and server, measured as real processes, and all that follows. */
class CompareIT {

    private static final StringWriter OUT = new StringWriter();
    private static final StringWriter ERR = new StringWriter();
    private static JsonNode json = new ObjectMapper().missingNode();
    private static int status;

    @BeforeAll
    static void compare(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("compare.json");
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(OUT, true));
        command.setErr(new PrintWriter(ERR, true));
        status = command.execute("compare", "--json", file.toString());
        // On a slow machine it says first how long a stage will take, and nothing else.
        assertThat(ERR.toString().lines()).allMatch(line -> line.contains(" takes about "));
        json = new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    @Test
    void it_is_done_and_says_so() {
        assertThat(status).isZero();
        assertThat(OUT.toString())
                .contains("elb-request-count", "lambda-rest-api", "ec2-single", "bill of", "assumed, not measured");
    }

    @Test
    void the_page_is_written_unless_told_otherwise() {
        assertThat(OUT.toString()).endsWith(" report: target/breakeven/report.html\n");
        assertThat(Path.of("target/breakeven/report.html")).isNotEmptyFile();
    }

    @Test
    void the_screen_fits_100_columns() {
        assertThat(OUT.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void the_document_has_the_form_that_was_promised() {
        assertThat(json.fieldNames().next()).isEqualTo("schema");
        assertThat(json.get("schema").asText()).isEqualTo("compare/1");
        assertThat(json.get("deployments")).hasSize(2);
        for (JsonNode deployment : json.get("deployments")) {
            JsonNode requests = deployment.get("requests");
            assertThat(requests.get("ok").asLong() + requests.get("failed").asLong())
                    .isEqualTo(requests.get("total").asLong());
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode line : deployment.get("bill").get("lines")) {
                sum = sum.add(new BigDecimal(line.get("amount").asText()));
                assertThat(line.get("source").asText()).isNotBlank();
            }
            assertThat(sum)
                    .isEqualByComparingTo(deployment.get("bill").get("total").asText());
        }
    }

    @Test
    void a_month_of_a_small_site_is_cheaper_on_functions_and_sooner_answered_by_a_server() {
        JsonNode functions = json.get("deployments").get(0);
        JsonNode server = json.get("deployments").get(1);
        assertThat(new BigDecimal(functions.get("bill").get("total").asText()))
                .isLessThan(new BigDecimal(server.get("bill").get("total").asText()));
        assertThat(server.get("latencyMillis").get("p50").asDouble())
                .isLessThan(functions.get("latencyMillis").get("p50").asDouble());
        assertThat(functions.get("coldStarts").asLong()).isPositive();
        assertThat(functions.get("requests").get("failed").asLong()).isZero();
    }

    @Test
    void larger_payloads_take_more_cpu_on_either_host() {
        for (String host : new String[] {"function", "server"}) {
            JsonNode compress = json.get("measurements").get(host).get("routes").get(1);
            assertThat(compress.get("route").asText()).isEqualTo("POST /compress");
            assertThat(compress.get("cpuMillisPerMegabyte").asDouble()).isPositive();
        }
    }
}
