package dev.breakeven.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.simulation.Deployments;
import dev.breakeven.comparison.simulation.Measured;
import dev.breakeven.comparison.verdict.Knob;
import dev.breakeven.comparison.verdict.KnobCrossings;
import dev.breakeven.comparison.verdict.Question;
import dev.breakeven.comparison.verdict.Trial;
import dev.breakeven.comparison.verdict.Typical;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnobBreakEvenReportTest {

    private static final Workload CALLS = Deployments.steady(1, Duration.ofHours(2));

    /** On functions 10 ms a request are far cheaper than the server, 640 ms far dearer. */
    @Test
    void a_crossing_in_cpu_time_is_told_as_a_multiple_and_in_milliseconds() throws Exception {
        KnobBreakEvenReport report = report(Knob.DURATION, 1_000);
        assertThat(report.text())
                .startsWith(
                        "The cheaper one by CPU time per request; × 1 is what was measured, here 10.0 ms on average\n")
                .containsPattern(
                        "\n functions +× 0\\.0156 \\(0\\.156 ms\\) +× [0-9.]+ \\([0-9.]+ ms\\) +[0-9.]+ +7\\.38\n")
                .containsPattern(
                        "\n server is cheaper than functions from × [0-9.]+ \\([0-9.]+ ms\\) on, at \\$7\\.38 a month\\.\n")
                .contains(" Simulated from × 0.015625 to × 64,");
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.path("schema").asText()).isEqualTo("break-even/1");
        assertThat(json.path("over").asText()).isEqualTo("duration");
        assertThat(json.path("upTo").asInt()).isEqualTo(64);
        JsonNode crossing = json.path("breakEven").path(0);
        assertThat(crossing.path("cheaper").asText()).isEqualTo("functions");
        assertThat(crossing.path("because").asText()).isEqualTo("cost");
        JsonNode below = crossing.path("below");
        assertThat(below.path("cpuMillisMean").asDouble())
                .isEqualTo(10 * below.path("times").asDouble());
        assertThat(json.path("ranges"))
                .extracting(range -> range.path("cheaper").asText())
                .containsExactly("functions", "server");
    }

    @Test
    void one_that_fails_is_said_to_be_no_way() throws Exception {
        KnobBreakEvenReport report = report(Knob.BURSTINESS, 3);
        assertThat(report.text())
                .containsPattern(
                        " functions is no way of serving this crowd from × [0-9.]+ on: more than 0\\.1 % of the"
                                + " requests fail\\.\n")
                .containsPattern("\n server +× [0-9.]+ +× 360 +7\\.38 +fails\n");
        assertThat(new ObjectMapper()
                        .readTree(report.json())
                        .path("breakEven")
                        .path(0)
                        .path("because")
                        .asText())
                .isEqualTo("fails");
    }

    @Test
    void without_a_crossing_it_says_which_one_is_cheaper_all_along() throws Exception {
        assertThat(report(Knob.PAYLOAD, 1_000).text()).contains(" functions is cheaper than server all along.\n");
    }

    private static KnobBreakEvenReport report(Knob knob, int concurrency) throws BadInputException {
        Terms terms =
                new Terms(PriceLists.packaged().newest("us-east-1"), FreeTier.NONE, BigDecimal.valueOf(730), List.of());
        Measurements measured = Measured.fixed(Duration.ofMillis(10));
        Deployment functions = Deployments.functions(Duration.ofMinutes(5), concurrency);
        Question one = new Question(CALLS, functions, measured);
        Question other = new Question(CALLS, Deployments.server(2), measured);
        return new KnobBreakEvenReport(
                knob,
                "functions",
                "server",
                new KnobCrossings(knob, one, other, new Trial(terms, 1)).ranges(Progress.SILENT),
                Typical.of(one, 1));
    }
}
