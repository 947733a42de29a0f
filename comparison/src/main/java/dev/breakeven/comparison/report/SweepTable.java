package dev.breakeven.comparison.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.CsvRow;
import dev.breakeven.comparison.verdict.Axis;
import dev.breakeven.comparison.verdict.Question;
import dev.breakeven.comparison.verdict.Sweep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The points of a sweep as a table for programs: a line that says what was swept, the names of the columns, and a row for each. */
public final class SweepTable {

    private static final List<String> RESULTS = List.of(
            "requests",
            "dollars_per_month",
            "dollars_per_million",
            "mean_ms",
            "p50_ms",
            "p90_ms",
            "p99_ms",
            "cold_starts",
            "failed",
            "failed_share");

    private final String head;
    private final List<Axis> axes;

    /** A table for one question, whose points are comparable with one another. */
    public SweepTable(Question question, Terms terms, long seed, List<Axis> axes) {
        this.axes = List.copyOf(axes);
        List<String> columns = new ArrayList<>();
        axes.forEach(axis -> columns.add(axis.knob().column()));
        columns.addAll(RESULTS);
        head = CsvText.of(csv -> {
            csv.writeComment(String.format(
                    Locale.ROOT,
                    " sweep of %s under %s, seed %d; %s prices of %s, free tier %s, %s hours a month%s; measured %s",
                    question.deployment().name(),
                    question.workload().name(),
                    seed,
                    terms.prices().region(),
                    terms.prices().date(),
                    terms.freeTier().name().toLowerCase(Locale.ROOT),
                    terms.hoursPerMonth().toPlainString(),
                    terms.discounts().isEmpty() ? "" : ", " + terms.discounts(),
                    question.measured().taken()));
            csv.writeRecord(columns);
        });
    }

    /** A whole table. */
    public static String of(Sweep sweep) {
        SweepTable table = new SweepTable(sweep.question(), sweep.terms(), sweep.seed(), sweep.axes());
        return table.head() + sweep.points().stream().map(table::row).collect(Collectors.joining());
    }

    /** The two lines before the rows, the last one ended. */
    public String head() {
        return head;
    }

    public String row(Sweep.Point point) {
        List<String> cells = new ArrayList<>();
        point.at().forEach(value -> cells.add(value.toPlainString()));
        cells.addAll(List.of(
                Long.toString(point.requests()),
                point.monthly().toPlainString(),
                point.perMillion().toPlainString(),
                Double.toString(point.meanMillis()),
                Double.toString(point.p50Millis()),
                Double.toString(point.p90Millis()),
                Double.toString(point.p99Millis()),
                Long.toString(point.coldStarts()),
                Long.toString(point.failures()),
                String.format(Locale.ROOT, "%.6f", point.failures() / (double) Math.max(1, point.requests()))));
        return CsvText.of(csv -> csv.writeRecord(cells));
    }

    /**
     * Every point of a table, by its values.
     *
     * @param file what to call the table in a refusal
     * @throws BadInputException if it is a table of something else
     */
    public Map<List<BigDecimal>, Sweep.Point> read(String file, String table) throws BadInputException {
        if (!table.startsWith(head)) {
            throw new BadInputException(file + " holds something else: it begins with '" + firstLine(table)
                    + "', and this sweep's table with '" + firstLine(head)
                    + "'; give a file that is not there yet, or the one of this sweep.");
        }
        Map<List<BigDecimal>, Sweep.Point> points = new HashMap<>();
        for (CsvRow row : CsvRow.all(file, table.getBytes(UTF_8))) {
            Sweep.Point point = point(row);
            points.put(point.at(), point);
        }
        return points;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private Sweep.Point point(CsvRow row) throws BadInputException {
        List<BigDecimal> at = new ArrayList<>();
        for (Axis axis : axes) {
            at.add(row.number(axis.knob().column()));
        }
        return new Sweep.Point(
                at,
                whole(row, "requests"),
                row.number("dollars_per_month"),
                row.number("dollars_per_million"),
                row.number("mean_ms").doubleValue(),
                row.number("p50_ms").doubleValue(),
                row.number("p90_ms").doubleValue(),
                row.number("p99_ms").doubleValue(),
                whole(row, "cold_starts"),
                whole(row, "failed"));
    }

    private static long whole(CsvRow row, String column) throws BadInputException {
        try {
            return row.number(column).longValueExact();
        } catch (ArithmeticException e) {
            throw row.refusal(column, "is no whole number");
        }
    }
}
