package dev.breakeven.comparison.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.CsvRow;
import dev.breakeven.comparison.verdict.Comparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is written of a comparison for programs and for pull requests, and what is said of two of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummariesTest {

    private final Comparison comparison;

    SummariesTest() throws Exception {
        comparison = Reports.make().comparison();
    }

    @Test
    void a_table_has_a_row_for_each_deployment() throws Exception {
        List<CsvRow> rows = CsvRow.all("report.csv", CsvReport.of(comparison));
        assertThat(rows).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Comparison.Result result = comparison.results().get(i);
            assertThat(rows.get(i).number("dollars_per_month"))
                    .isEqualByComparingTo(result.bill().total());
            assertThat(rows.get(i).number("requests").longValueExact())
                    .isEqualTo(result.outcome().requests());
            assertThat(rows.get(i).number("dollars_low"))
                    .isLessThanOrEqualTo(rows.get(i).number("dollars_high"));
        }
    }

    @Test
    void a_pull_request_shows_a_table_and_the_verdict_and_names_stay_text() {
        String text = new String(MarkdownReport.of(comparison), UTF_8);
        assertThat(text)
                .contains("| lambda-rest-api | ")
                .contains("\\<img src=x onerror=")
                .doesNotContain("\n<img")
                .contains("- ec2-single costs \\$");
        assertThat(text.lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(8));
    }

    @Test
    void every_sign_that_means_something_is_escaped() {
        assertThat(MarkdownReport.plain("a|b <i>*x*</i>\n`c`")).isEqualTo("a\\|b \\<i\\>\\*x\\*\\</i\\> \\`c\\`");
    }

    @Test
    void the_same_comparison_has_not_changed(@TempDir Path folder) throws Exception {
        String text =
                new DiffReport(written(folder, "a.json", was -> was), written(folder, "b.json", was -> was)).text();
        assertThat(text)
                .contains("given: the same workload, prices, seeds and measurement")
                .contains("ec2-single costs the same.");
    }

    @Test
    void another_price_is_told_with_the_intervals(@TempDir Path folder) throws Exception {
        Comparison.Result last = comparison.results().getLast();
        String text = new DiffReport(
                        written(folder, "a.json", was -> was),
                        written(
                                folder,
                                "b.json",
                                was -> was.replace(
                                                "\"total\" : \""
                                                        + last.bill().total().toPlainString(),
                                                "\"total\" : \"99.00")
                                        .replace(
                                                "\"low\" : \""
                                                        + cents(last.dollars().low()),
                                                "\"low\" : \"98.00")
                                        .replace(
                                                "\"high\" : \""
                                                        + cents(last.dollars().high()),
                                                "\"high\" : \"99.50")))
                .text();
        assertThat(text)
                .contains("ec2-single costs $")
                .contains("the intervals do not overlap, so that it is not chance");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void one_that_is_gone_and_one_that_is_new_are_named(@TempDir Path folder) throws Exception {
        String text = new DiffReport(
                        written(folder, "a.json", was -> was),
                        written(folder, "b.json", was -> was.replace("\"ec2-single\"", "\"my-server\"")))
                .text();
        assertThat(text).contains("ec2-single is not compared any more.").contains("my-server is new.");
    }

    @Test
    void what_is_no_comparison_is_refused_in_a_sentence(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("x.json");
        assertThatThrownBy(() -> ComparisonFile.read(file)).hasMessageStartingWith("There is no file " + file);
        Files.writeString(file, "{nonsense");
        assertThatThrownBy(() -> ComparisonFile.read(file))
                .hasMessageContaining("is no JSON document that can be read");
        Files.writeString(file, "{\"schema\": \"bill/1\"}");
        assertThatThrownBy(() -> ComparisonFile.read(file)).hasMessageContaining("is not of the form compare/1");
        Files.writeString(file, "{\"schema\": \"compare/1\"}");
        assertThatThrownBy(() -> ComparisonFile.read(file)).hasMessageEndingWith("there is no workload.name.");
    }

    private static String cents(double dollars) {
        return String.format(Locale.ROOT, "%.2f", dollars);
    }

    private ComparisonFile written(Path folder, String name, UnaryOperator<String> change) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, change.apply(new String(JsonReport.of(comparison), UTF_8)));
        return ComparisonFile.read(file);
    }
}
