package dev.breakeven.comparison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.report.Schemas;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands write with {@code --json} has the form that is checked in. Those that take long are held to theirs elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemasIT {

    private Path folder = Path.of("");
    private Path measurements = Path.of("");

    @BeforeAll
    void save(@TempDir Path files) throws Exception {
        folder = files;
        measurements = SavedMeasurements.in(files);
        Files.writeString(folder.resolve("a.yaml"), """
                usage:
                  - lambda: {requests: 3000000, duration: 120ms, memory: 1536MB, architecture: x86_64}
                  - rest-api: {requests: 3000000, response: 3KiB}
                """);
        Files.writeString(folder.resolve("b.yaml"), """
                usage:
                  - ec2: {type: t3.micro, count: 2, hours: 730}
                """);
    }

    @Test
    void measurements_have_their_form() throws Exception {
        Schemas.assertHasItsForm(Files.readAllBytes(measurements));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prices",
                "bill FOLDER/a.yaml",
                "break-even FOLDER/a.yaml FOLDER/b.yaml",
                "break-even lambda-rest-api ec2-single --over wait --workload idle-side-project MEASURED",
                "headroom lambda-rest-api ec2-single --workload idle-side-project --budget p99:500ms MEASURED",
                "sweep lambda-rest-api --over memory=512,1769 --workload idle-side-project MEASURED",
                "compare --workload idle-side-project --html FOLDER/a.html --budget total:30 MEASURED",
                "simulate functions --workload steady:9/s --duration 10m --warm fixed(10ms) --cold fixed(1s) --reserved 1",
                "simulate servers --workload steady:9/s --duration 10m --service-cpu fixed(500ms) --instances 1 --queue 2"
            })
    void what_a_command_writes_has_its_form(String line) throws Exception {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            if (word.equals("MEASURED")) {
                words.addAll(List.of("--service", "tinysite", "--measurements", measurements.toString()));
            } else {
                words.add(word.replace("FOLDER", folder.toString()));
            }
        }
        Path written = folder.resolve("written.json");
        words.addAll(List.of("--json", written.toString()));
        StringWriter err = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
        assertThat(status).as(err::toString).isIn(0, 1);
        Schemas.assertHasItsForm(Files.readAllBytes(written));
    }
}
