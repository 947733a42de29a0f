package dev.breakeven.comparison.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Two rows of bars side by side, for two figures of the same things, each beside its bar; as wide as a terminal of 100 columns. */
final class BarChart {

    private static final int COLUMNS = 100;
    private static final int EIGHTHS = 8;

    /** From an eighth of a column to seven eighths. */
    private static final String PARTS = "▏▎▍▌▋▊▉";

    private final String leftHeading;
    private final String rightHeading;
    private final String rowHeading;
    private final List<Row> rows = new ArrayList<>();

    /** What is drawn in one line; a bar's length goes by its value, and its text is what people read. */
    record Row(String label, double left, String leftText, double right, String rightText, String remark) {}

    BarChart(String rowHeading, String leftHeading, String rightHeading) {
        this.rowHeading = rowHeading;
        this.leftHeading = leftHeading;
        this.rightHeading = rightHeading;
    }

    void row(Row row) {
        rows.add(row);
    }

    @Override
    public String toString() {
        int labels = Math.max(rowHeading.length(), longest(rows.stream().map(Row::label)));
        int lefts = longest(rows.stream().map(Row::leftText));
        int rights = longest(rows.stream().map(Row::rightText));
        int remarks = longest(rows.stream().map(Row::remark));
        int taken = 1 + labels + 2 + lefts + 1 + 2 + rights + 1 + 2 + remarks;
        int bar = Math.max(EIGHTHS, (COLUMNS - taken) / 2);
        double leftMost = rows.stream().mapToDouble(Row::left).max().orElse(0);
        double rightMost = rows.stream().mapToDouble(Row::right).max().orElse(0);
        String form = " %" + labels + "s  %-" + (bar + 1 + lefts) + "s  %-" + (bar + 1 + rights) + "s  %s";
        StringBuilder chart = new StringBuilder(line(form, rowHeading, leftHeading, rightHeading, ""));
        for (Row row : rows) {
            chart.append('\n')
                    .append(line(
                            form,
                            row.label(),
                            bar(row.left(), leftMost, bar) + " " + row.leftText(),
                            bar(row.right(), rightMost, bar) + " " + row.rightText(),
                            row.remark()));
        }
        return chart.toString();
    }

    private static String line(String form, String label, String left, String right, String remark) {
        return String.format(Locale.ROOT, form, label, left, right, remark).stripTrailing();
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    /** Whatever is above nothing is seen. */
    static String bar(double value, double most, int columns) {
        long eighths = value <= 0 ? 0 : Math.max(1, Math.round(EIGHTHS * columns * value / most));
        int rest = (int) (eighths % EIGHTHS);
        return "█".repeat((int) (eighths / EIGHTHS)) + (rest == 0 ? "" : PARTS.charAt(rest - 1));
    }
}
