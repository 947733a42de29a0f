package dev.breakeven.comparison.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The two local clouds as a user runs them: a command that says it is ready, serves, and is told to end. */
class LocalIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String ZIP = "lambda-adapter/target/breakeven-lambda.zip";
    private static final String HANDLER = "dev.breakeven.lambda.StreamHandler";
    private static final String JAR = "server-adapter/target/breakeven-server/breakeven-server.jar";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"rest, rest-api", "http, http-api", "url, ", "alb, load-balancer"})
    void functions_serve_behind_each_front_and_leave_a_usage_that_bill_reads(String events, String item)
            throws Exception {
        Path usage = folder.resolve("usage.json");
        JsonNode used;
        try (Running local = Running.start(
                folder,
                "local",
                "functions",
                "--zip",
                home(ZIP),
                "--handler",
                HANDLER,
                "--events",
                events,
                "--usage",
                usage.toString())) {
            assertThat(local.get("/health").body()).isEqualTo("ok");
            assertThat(local.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(local.endWithChildren()).contains("REPORT RequestId: ", "Init Duration: ");
            used = new ObjectMapper().readTree(Files.readAllBytes(usage));
        }
        assertThat(used.get("schema").asText()).isEqualTo("usage/1");
        assertThat(used.get("requests").asInt()).isEqualTo(2);
        assertThat(used.get("usage").findValue("lambda").get("requests").asInt())
                .isEqualTo(2);
        if (item != null) {
            assertThat(used.get("usage").findValue(item)).isNotNull();
        }
        assertThat(bill(usage)).contains("Lambda requests", "total");
    }

    @Test
    void servers_serve_behind_a_balancer_and_leave_a_usage_that_bill_reads() throws Exception {
        Path usage = folder.resolve("usage.json");
        JsonNode used;
        try (Running local = Running.start(
                folder,
                "local",
                "servers",
                "--command",
                JAVA + " -jar " + home(JAR),
                "--min",
                "2",
                "--usage",
                usage.toString())) {
            assertThat(local.get("/health").body()).isEqualTo("ok");
            assertThat(local.get("/health").body()).isEqualTo("ok");
            local.endWithChildren();
            used = new ObjectMapper().readTree(Files.readAllBytes(usage));
        }
        assertThat(used.get("requests").asInt()).isEqualTo(2);
        assertThat(used.get("usage").findValue("ec2").get("count").asDouble()).isGreaterThan(1);
        assertThat(bill(usage)).contains("EC2 t3.micro", "Application load balancer", "total");
        // 8 GB each, for seconds of a month.
        assertThat(used.get("usage").findValue("ebs").get("size").asText()).matches("\\d{1,7}(\\.\\d+)?B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "functions --memory 256 | 2 | A function is either --zip FILE with --handler CLASS, or --bootstrap EXE.",
                "functions --bootstrap no-such-program | 2 | no-such-program",
                "functions --bootstrap /bin/true --events soap | 2 | --events takes rest, http, url, alb or alb-multi-value, not 'soap'.",
                "functions --bootstrap /bin/true --memory 1 | 2 | from 128 to 10240 MB",
                "functions --bootstrap /bin/true --concurrency 100000 | 2 | accepted is up to",
                "servers --command no-such-program | 3 | no-such-program",
                "servers --command /bin/false | 3 | ended with status 1",
                "servers --command /bin/true --min 3 --max 2 | 2 | The group has 3 to 2 instances",
                "servers --command /bin/true --trigger heat:9 | 2 | 'heat:9' is no trigger",
                "servers --command /bin/true --balancer dice | 2 | --balancer takes round-robin or least-outstanding, not 'dice'.",
                "servers --command /bin/true --cpu 0.001 | 2 | A CPU share is at least 1 ms"
            })
    void what_cannot_be_run_is_refused_with_one_message(String arguments, int status, String message) {
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>(List.of(arguments.strip().split(" ")));
        words.addFirst("local");
        int seen = Main.commandLine().setErr(new PrintWriter(err, true)).execute(words.toArray(String[]::new));
        assertThat(err.toString()).contains(message).startsWith("breakeven: ");
        assertThat(seen).isEqualTo(status);
    }

    private static String bill(Path usage) {
        StringWriter out = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(out, true)).execute("bill", usage.toString()))
                .isZero();
        return out.toString();
    }

    private static String home(String path) {
        return Home.folder().resolve(path).toString();
    }
}
