package dev.breakeven.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.validation.Check;
import dev.breakeven.comparison.validation.Fault;
import dev.breakeven.comparison.validation.Noise;
import dev.breakeven.comparison.validation.Validation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ValidationReportTest {

    private static final Check GOOD = new Check("p50", 2.1, 2.0, 0.10, 0, 0.05);
    private static final Check BAD = new Check("bill", 12, 10, 0.10, 0, 0);

    @Test
    void the_document_has_the_form_that_is_checked_in() throws Exception {
        Schemas.assertHasItsForm(ValidationReport.json(validation(2.05, GOOD, BAD)));
    }

    @Test
    void the_screen_fits_100_columns() {
        assertThat(ValidationReport.text(validation(2.05, GOOD, BAD)).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void what_was_predicted_stands_beside_what_was_seen() {
        String screen = ValidationReport.text(validation(2.05, GOOD));
        assertThat(screen)
                .contains("mine on servers · 1 requests\n a small world\n two of them\n")
                .containsPattern("p50 +2\\.1 ms +2\\.0 ms +0\\.1 ms +± 0\\.2 ms +ok\n")
                .containsPattern("CPU per request +2\\.00 ms +2\\.05 ms +2\\.5 % +± 3 % +before, after\n")
                .containsPattern("callers late +0\\.40 ms +5 ms +at p99\n")
                .endsWith(" What was predicted came true.\n");
    }

    @Test
    void the_verdict_names_what_did_not_come_true() {
        assertThat(ValidationReport.text(validation(2.05, GOOD, BAD)))
                .containsPattern("bill +\\$12\\.00 +\\$10\\.00 +\\$2\\.00 +± \\$1\\.00 +OUTSIDE\n")
                .contains("1 of 1 predictions did not come true");
    }

    @Test
    void noise_is_said_before_anything_else_is_believed() {
        assertThat(ValidationReport.text(validation(2.5, GOOD, BAD)))
                .contains("TOO NOISY")
                .endsWith(
                        " The machine was too noisy to say: CPU time per request changed from before to after, or callers"
                                + " were late.\n");
    }

    @Test
    void a_wrong_model_is_seen_to_be_noticed_or_not() {
        assertThat(ValidationReport.text(validation(2.05, GOOD)))
                .contains(" With a service time 30 % too long, the model would be outside at bill\n")
                .contains(" With one instance too few, the model would NOT be noticed\n");
    }

    @Test
    void the_document_has_the_form_that_was_promised() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ValidationReport.json(validation(2.05, GOOD, BAD)));
        assertThat(json.path("schema").asText()).isEqualTo("validation/1");
        assertThat(json.path("noisy").asBoolean()).isFalse();
        JsonNode run = json.path("runs").path(0);
        assertThat(run.path("service").asText()).isEqualTo("mine");
        assertThat(run.path("deployment").asText()).isEqualTo("servers");
        assertThat(run.path("requests").asInt()).isEqualTo(1);
        assertThat(run.path("checks").path(1).toString())
                .isEqualTo("{\"name\":\"bill\",\"predicted\":12.0,\"observed\":10.0,\"band\":0.1,\"bandAbsolute\":0.0,"
                        + "\"standardErrors3\":0.0,\"within\":false}");
        assertThat(run.path("faults").toString())
                .isEqualTo("[{\"fault\":\"service-time\",\"found\":true,\"by\":[\"bill\"]},"
                        + "{\"fault\":\"instance-missing\",\"found\":false,\"by\":[]}]");
    }

    private static Validation validation(double after, Check... checks) {
        Histogram latencies = new Histogram(3);
        latencies.recordValue(2_000);
        Map<Fault, List<Check>> faulty = new LinkedHashMap<>();
        faulty.put(Fault.SERVICE_TIME, List.of(GOOD, BAD));
        faulty.put(Fault.INSTANCE_MISSING, List.of(GOOD));
        Outcome outcome = new Outcome(
                1,
                Map.of(),
                latencies,
                0,
                2,
                2,
                1,
                1,
                new Consumption.OfServers(new Hosting.Ec2("t3.micro", "gp3", 8), 2, 0, Front.ALB, 2, 1, 1, 0, 0));
        return new Validation(List.of(new Validation.Run(
                "mine",
                "servers",
                "a small world; two of them",
                latencies,
                outcome,
                List.of(checks),
                faulty,
                new Noise(2.0, after, 0.4),
                1)));
    }
}
