package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.verdict.Axis;
import dev.breakeven.comparison.verdict.Sweep;
import dev.breakeven.comparison.verdict.SweepVerdict;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/** A sweep for a terminal of 100 columns, and for programs. */
public final class SweepReport {

    private static final int COLUMNS = 100;
    private static final int ROWS_MAX = 60;

    private final Sweep sweep;
    private final List<Sweep.Best> best;

    public SweepReport(Sweep sweep) {
        this.sweep = sweep;
        this.best = sweep.best();
    }

    public String text() {
        StringBuilder screen = new StringBuilder(headline()).append("\n\n");
        screen.append(table()).append("\n\n").append(chart()).append("\n\n");
        if (sweep.points().size() > ROWS_MAX) {
            screen.append(String.format(
                    Locale.ROOT,
                    " The first %d of %,d points; all of them with --csv FILE.%n%n",
                    ROWS_MAX,
                    sweep.points().size()));
        }
        SweepVerdict.of(sweep)
                .forEach(sentence -> screen.append(' ')
                        .append(WordUtils.wrap(sentence, COLUMNS - 1, "\n   ", false))
                        .append('\n'));
        return screen.toString();
    }

    private String headline() {
        Workload workload = sweep.question().workload();
        String over = sweep.axes().stream().map(axis -> axis.knob().label()).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s over %s%n %s · %s in %s · %s prices of %s",
                sweep.question().deployment().name(),
                over,
                workload.name(),
                requests(),
                TerminalReport.days(workload.duration()),
                sweep.terms().prices().region(),
                sweep.terms().prices().date());
    }

    private String requests() {
        LongSummaryStatistics requests =
                sweep.points().stream().mapToLong(Sweep.Point::requests).summaryStatistics();
        return requests.getMin() == requests.getMax()
                ? String.format(Locale.ROOT, "%,d requests", requests.getMax())
                : String.format(Locale.ROOT, "%,d to %,d requests", requests.getMin(), requests.getMax());
    }

    private TextTable table() {
        List<String> headings = new ArrayList<>(
                sweep.axes().stream().map(axis -> axis.knob().label()).toList());
        headings.addAll(List.of("$/month", "$/million", "mean", "p50", "p90", "p99", "cold", "failed", ""));
        TextTable table = new TextTable(0, headings.toArray(String[]::new));
        shown().forEach(point -> {
            List<String> cells = new ArrayList<>(values(point));
            cells.addAll(List.of(
                    point.monthly().toPlainString(),
                    perMillion(point),
                    TerminalReport.millis(point.meanMillis()),
                    TerminalReport.millis(point.p50Millis()),
                    TerminalReport.millis(point.p90Millis()),
                    TerminalReport.millis(point.p99Millis()),
                    String.format(Locale.ROOT, "%,d", point.coldStarts()),
                    String.format(Locale.ROOT, "%.2f %%", 100.0 * point.failures() / Math.max(1, point.requests())),
                    sweep.fits(point) ? "" : "too small?"));
            table.row(cells.toArray(String[]::new));
        });
        return table;
    }

    private BarChart chart() {
        BarChart chart = new BarChart(
                sweep.axes().stream().map(axis -> axis.knob().label()).collect(Collectors.joining(", ")),
                "$ for a million requests",
                "mean latency");
        shown().forEach(point -> chart.row(new BarChart.Row(
                String.join(", ", values(point)),
                point.perMillion().doubleValue(),
                perMillion(point),
                point.meanMillis(),
                TerminalReport.millis(point.meanMillis()),
                String.join(", ", titles(point)))));
        return chart;
    }

    private List<Sweep.Point> shown() {
        return sweep.points().stream().limit(ROWS_MAX).toList();
    }

    private List<String> values(Sweep.Point point) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < sweep.axes().size(); i++) {
            values.add(sweep.axes().get(i).knob().shown(point.at().get(i)));
        }
        return values;
    }

    private static String perMillion(Sweep.Point point) {
        return point.perMillion().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private List<String> titles(Sweep.Point point) {
        List<String> titles = new ArrayList<>();
        for (Sweep.Best each : best) {
            if (each.cheapest().equals(point)) {
                titles.add("cheapest");
            }
            if (each.fastest().equals(point)) {
                titles.add("fastest");
            }
            if (each.balanced().equals(point)) {
                titles.add("balanced");
            }
        }
        return titles;
    }

    /** The same as {@code sweep/1}. */
    public byte[] json() {
        ObjectNode root = JsonDocument.begin("sweep/1");
        root.put("deployment", sweep.question().deployment().name());
        root.put("workload", sweep.question().workload().name());
        root.put("seed", sweep.seed());
        root.put("region", sweep.terms().prices().region());
        root.put("prices", sweep.terms().prices().date().toString());
        ArrayNode over = root.putArray("over");
        sweep.axes()
                .forEach(axis -> over.addObject()
                        .put("name", axis.knob().label())
                        .put("column", axis.knob().column()));
        ArrayNode points = root.putArray("points");
        for (Sweep.Point point : sweep.points()) {
            ObjectNode node = points.addObject();
            at(node.putObject("at"), point);
            node.put("requests", point.requests()).put("failed", point.failures());
            node.put("monthly", point.monthly().toPlainString());
            node.put("perMillionRequests", point.perMillion().toPlainString());
            node.putObject("latencyMillis")
                    .put("mean", point.meanMillis())
                    .put("p50", point.p50Millis())
                    .put("p90", point.p90Millis())
                    .put("p99", point.p99Millis());
            node.put("coldStarts", point.coldStarts());
            node.put("holds", point.holds()).put("fits", sweep.fits(point));
        }
        ArrayNode chosen = root.putArray("best");
        for (Sweep.Best each : best) {
            ObjectNode node = chosen.addObject();
            at(node.putObject("cheapest"), each.cheapest());
            at(node.putObject("fastest"), each.fastest());
            at(node.putObject("balanced"), each.balanced());
        }
        ArrayNode notes = root.putArray("notes");
        SweepVerdict.of(sweep).forEach(notes::add);
        return JsonDocument.bytes(root);
    }

    private void at(ObjectNode node, Sweep.Point point) {
        int i = 0;
        for (Axis axis : sweep.axes()) {
            BigDecimal value = point.at().get(i++);
            node.put(axis.knob().column(), value);
        }
    }
}
