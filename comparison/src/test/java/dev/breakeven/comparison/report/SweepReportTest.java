package dev.breakeven.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.simulation.Deployments;
import dev.breakeven.comparison.simulation.Measured;
import dev.breakeven.comparison.verdict.Axis;
import dev.breakeven.comparison.verdict.Question;
import dev.breakeven.comparison.verdict.Sweep;
import dev.breakeven.comparison.verdict.Sweeping;
import dev.breakeven.comparison.verdict.Trial;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepReportTest {

    @Test
    void the_screen_fits_100_columns_and_marks_the_best() throws Exception {
        String screen = report("memory=128..10240").text();
        assertThat(screen.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(screen)
                .startsWith("functions over memory\n steady · ")
                .containsPattern("\n +1,769 MB +█.* fastest.*balanced\n");
    }

    @Test
    void of_many_points_it_shows_the_first_ones_and_says_so() throws Exception {
        assertThat(report("memory=128..327+2").text())
                .contains(" The first 60 of 101 points; all of them with --csv FILE.");
    }

    @Test
    void the_json_has_every_point_and_the_best() throws Exception {
        JsonNode json = new ObjectMapper().readTree(report("memory=884,1769").json());
        assertThat(json.path("schema").asText()).isEqualTo("sweep/1");
        assertThat(json.path("points"))
                .extracting(point -> point.path("at").path("memory_mb").asInt())
                .containsExactly(884, 1_769);
        assertThat(json.path("best").path(0).path("fastest").path("memory_mb").asInt())
                .isEqualTo(1_769);
    }

    private static SweepReport report(String over) throws Exception {
        Terms terms =
                new Terms(PriceLists.packaged().newest("us-east-1"), FreeTier.NONE, BigDecimal.valueOf(730), List.of());
        Question question = new Question(
                Deployments.steady(0.1, Duration.ofHours(1)),
                Deployments.functions(Duration.ofMinutes(5), 1_000),
                Measured.fixed(Duration.ofMillis(500)));
        Sweep sweep = new Sweeping(question, List.of(Axis.parse(over)), new Trial(terms, 1))
                .run(Map.of(), point -> {}, Progress.SILENT);
        return new SweepReport(sweep);
    }
}
