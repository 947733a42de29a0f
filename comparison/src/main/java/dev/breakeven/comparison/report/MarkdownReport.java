package dev.breakeven.comparison.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The comparison for a pull request, in GitHub's Markdown: a table, and the verdict. */
public final class MarkdownReport {

    /** What would be markup. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>|&#~$@]");

    private MarkdownReport() {}

    public static byte[] of(Comparison comparison) {
        StringBuilder text = new StringBuilder("### Functions or servers?\n\n");
        TerminalReport.headline(comparison)
                .lines()
                .forEach(line -> text.append(plain(line.strip())).append("  \n"));
        text.append('\n');
        row(text, List.of("deployment", "$ a month", "p50", "p99", "p99.9", "failed", "holds"));
        text.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (Comparison.Result result : comparison.results()) {
            Outcome outcome = result.outcome();
            row(
                    text,
                    List.of(
                            result.deployment().name(),
                            dollars(comparison, result),
                            TerminalReport.millis(outcome.latencyMillis(50)),
                            TerminalReport.millis(outcome.latencyMillis(99)),
                            TerminalReport.millis(outcome.latencyMillis(99.9)),
                            TerminalReport.failed(outcome),
                            comparison.headroom(result).toString()));
        }
        text.append('\n');
        Verdict.of(comparison)
                .forEach(sentence -> text.append("- ").append(plain(sentence)).append('\n'));
        return text.toString().getBytes(UTF_8);
    }

    private static String dollars(Comparison comparison, Comparison.Result result) {
        String total = result.bill().total().toPlainString();
        return comparison.seeds() == 1
                ? total
                : String.format(
                        Locale.ROOT,
                        "%s (%.2f to %.2f)",
                        total,
                        result.dollars().low(),
                        result.dollars().high());
    }

    private static void row(StringBuilder text, List<String> cells) {
        cells.forEach(cell -> text.append("| ").append(plain(cell)).append(' '));
        text.append("|\n");
    }

    static String plain(String text) {
        return MARKUP.matcher(text.replaceAll("\\R", " ")).replaceAll("\\\\$0");
    }
}
