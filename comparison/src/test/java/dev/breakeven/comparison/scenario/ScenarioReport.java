package dev.breakeven.comparison.scenario;

import dev.breakeven.comparison.simulation.Failure;
import dev.breakeven.comparison.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;

/** A scenario and its endings as Markdown: a line for each deployment, with a column for each cause of failure there was. */
final class ScenarioReport {

    private static final int COLUMNS = 120;

    private ScenarioReport() {}

    static String of(String title, Scenario scenario, List<Scenario.Ending> endings) {
        List<Failure> causes = Stream.of(Failure.values())
                .filter(cause ->
                        endings.stream().anyMatch(ending -> ending.outcome().failures(cause) > 0))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings(causes));
        endings.forEach(ending -> rows.add(row(ending, causes)));
        return "# " + title + "\n\n" + WordUtils.wrap(scenario.story(), COLUMNS, "\n", false) + "\n\n" + table(rows);
    }

    private static List<String> headings(List<Failure> causes) {
        List<String> headings = new ArrayList<>(List.of("", "requests", "failed"));
        causes.forEach(
                cause -> headings.add(cause.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        headings.addAll(List.of(
                "p50",
                "p90",
                "p99",
                "max",
                "cold starts",
                "peak capacity",
                "mean capacity",
                "utilisation",
                "$ of such a month"));
        return headings;
    }

    private static List<String> row(Scenario.Ending ending, List<Failure> causes) {
        Outcome outcome = ending.outcome();
        List<String> row = new ArrayList<>();
        row.add(ending.deployment().name());
        row.add(count(outcome.requests()));
        row.add(String.format(Locale.ROOT, "%.2f %%", 100.0 * outcome.failures() / outcome.requests()));
        causes.forEach(cause -> row.add(count(outcome.failures(cause))));
        for (double percentile : new double[] {50, 90, 99, 100}) {
            row.add(outcome.answered() == 0 ? "–" : millis(outcome.latencyMillis(percentile)));
        }
        row.add(count(outcome.coldStarts()));
        row.add(count(outcome.peakCapacity()));
        row.add(String.format(Locale.ROOT, "%,.2f", outcome.meanCapacity()));
        row.add(String.format(Locale.ROOT, "%.1f %%", 100 * outcome.meanBusy() / outcome.meanCapacity()));
        row.add(String.format(Locale.ROOT, "%,.2f", ending.bill().total()));
        return row;
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%,.0f ms", millis);
    }

    /** Aligned, so that it can be read as it is: words to the left, numbers to the right. */
    private static String table(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - row.get(i).length());
                cells.add(i == 0 ? row.get(i) + space : space + row.get(i));
            }
            lines.add(line(cells));
        }
        List<String> rule = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            rule.add(i == 0 ? "-".repeat(widths[i]) : "-".repeat(widths[i] - 1) + ":");
        }
        lines.add(1, line(rule));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
