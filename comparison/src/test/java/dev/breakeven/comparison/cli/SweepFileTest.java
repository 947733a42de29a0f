package dev.breakeven.comparison.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.report.SweepTable;
import dev.breakeven.comparison.simulation.Deployments;
import dev.breakeven.comparison.simulation.Measured;
import dev.breakeven.comparison.verdict.Axis;
import dev.breakeven.comparison.verdict.Question;
import dev.breakeven.comparison.verdict.Sweep;
import dev.breakeven.comparison.verdict.Sweeping;
import dev.breakeven.comparison.verdict.Trial;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFileTest {

    private static final List<Axis> MEMORY = List.of(Axis.parse("memory=512,1024,1769"));
    private static final Measurements MEASURED = Measured.fixed(Duration.ofMillis(50));

    private final Path csv;
    private Sweep whole;

    SweepFileTest(@TempDir Path folder) throws Exception {
        csv = folder.resolve("sweep.csv");
        whole = sweep(1, MEASURED, new ArrayList<>());
    }

    @BeforeEach
    void every_point_is_a_row_below_a_line_that_says_of_what() throws IOException {
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0))
                .isEqualTo("# sweep of functions under steady, seed 1; us-east-1 prices of 2026-09-30, free tier none,"
                        + " 730 hours a month; measured 1970-01-01T00:00:00Z");
        assertThat(lines.get(1))
                .isEqualTo("memory_mb,requests,dollars_per_month,dollars_per_million,mean_ms,p50_ms,p90_ms,p99_ms,"
                        + "cold_starts,failed,failed_share");
    }

    @Test
    void what_is_there_is_not_run_again() throws Exception {
        List<Sweep.Point> found = new ArrayList<>();
        assertThat(sweep(1, MEASURED, found).points()).isEqualTo(whole.points());
        assertThat(found).isEmpty();
    }

    @Test
    void a_row_that_broke_off_is_run_again() throws Exception {
        String rows = Files.readString(csv);
        Files.writeString(csv, rows.substring(0, rows.length() - 5));
        List<Sweep.Point> found = new ArrayList<>();
        assertThat(sweep(1, MEASURED, found).points()).isEqualTo(whole.points());
        assertThat(found).hasSize(1);
        assertThat(Files.readString(csv)).isEqualTo(rows);
    }

    @Test
    void the_table_of_another_sweep_is_refused() {
        assertThatThrownBy(() -> sweep(2, MEASURED, new ArrayList<>()))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        csv + " holds something else: it begins with '# sweep of functions under" + " steady, seed 1;");
    }

    @Test
    void so_is_one_that_came_out_otherwise() {
        assertThatThrownBy(() -> sweep(1, Measured.fixed(Duration.ofMillis(51)), new ArrayList<>()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(csv + " is of a sweep that came out otherwise, for instance with another version of a file;"
                        + " give a file that is not there yet.");
    }

    private Sweep sweep(long seed, Measurements measured, List<Sweep.Point> found)
            throws IOException, BadInputException {
        Terms terms =
                new Terms(PriceLists.packaged().newest("us-east-1"), FreeTier.NONE, BigDecimal.valueOf(730), List.of());
        Question question = new Question(
                Deployments.steady(1, Duration.ofHours(1)),
                Deployments.functions(Duration.ofMinutes(5), 1_000),
                measured);
        Sweeping sweeping = new Sweeping(question, MEMORY, new Trial(terms, seed));
        SweepFile file = SweepFile.open(csv, new SweepTable(question, terms, seed, MEMORY), sweeping);
        return sweeping.run(
                file.known(),
                point -> {
                    file.add(point);
                    found.add(point);
                },
                Progress.SILENT);
    }
}
