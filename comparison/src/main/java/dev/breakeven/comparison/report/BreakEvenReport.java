package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.verdict.CostCrossings;
import dev.breakeven.comparison.verdict.CostCurve;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which of two is the cheaper one, for every number of requests a month. */
public final class BreakEvenReport {

    private static final int ROWS_MAX = 40;
    private static final int SENTENCES_MAX = 3;

    private final CostCurve one;
    private final CostCurve other;
    private final List<CostCrossings.Range> ranges;
    private final long requestsMax;

    /**
     * A number of requests from which the other one is cheaper, or neither.
     *
     * @param from the crossing before, or 0
     * @param dollars what the one that becomes cheaper costs there
     */
    private record Crossing(String cheaper, String than, long from, long below, BigDecimal dollars) {}

    public BreakEvenReport(CostCurve one, CostCurve other, List<CostCrossings.Range> ranges, long requestsMax) {
        this.one = one;
        this.other = other;
        this.ranges = ranges;
        this.requestsMax = requestsMax;
    }

    /** A table of what is cheaper where, and a sentence for each crossing. */
    public String text() {
        TextTable table = new TextTable(1, "cheaper", "from requests", "to requests", "$ there", "the other's");
        ranges.stream()
                .filter(range -> range.order() != 0 || range.below() > range.from() + 1)
                .limit(ROWS_MAX)
                .forEach(range -> row(table, range));
        StringBuilder screen = new StringBuilder("The cheaper one by requests a month\n\n");
        screen.append(table).append("\n\n");
        List<Crossing> crossings = crossings();
        if (crossings.isEmpty()) {
            screen.append(' ').append(withoutCrossing()).append('\n');
        }
        if (crossings.size() > SENTENCES_MAX) {
            screen.append(String.format(Locale.ROOT, " They cross %,d times.%n", crossings.size()));
        } else {
            crossings.forEach(
                    crossing -> screen.append(' ').append(sentence(crossing)).append('\n'));
        }
        long end = ranges.getLast().below() - 1;
        if (end < requestsMax) {
            screen.append(String.format(
                    Locale.ROOT, " They cross so often that nothing above %,d requests was looked at.%n", end));
        }
        screen.append(" Compared are exact amounts; bills, rounded line by line, may differ by cents.\n");
        return screen.toString();
    }

    private static String sentence(Crossing crossing) {
        String where = crossing.from() == 0
                ? String.format(Locale.ROOT, "below %,d", crossing.below())
                : String.format(Locale.ROOT, "from %,d to below %,d", crossing.from(), crossing.below());
        return String.format(
                "%s is cheaper than %s %s requests a month, at $%s.",
                crossing.cheaper(), crossing.than(), where, crossing.dollars());
    }

    private void row(TextTable table, CostCrossings.Range range) {
        CostCurve cheaper = range.order() > 0 ? other : one;
        CostCurve dearer = range.order() > 0 ? one : other;
        long last = range.below() - 1;
        table.row(
                range.order() == 0 ? "neither" : cheaper.name(),
                String.format(Locale.ROOT, "%,d", range.from()),
                String.format(Locale.ROOT, "%,d", last),
                dollars(cheaper, range.from()),
                dollars(dearer, range.from()));
    }

    private static String dollars(CostCurve curve, long requests) {
        return curve.bill(requests).total().toPlainString();
    }

    private String withoutCrossing() {
        int order = ranges.stream()
                .mapToInt(CostCrossings.Range::order)
                .filter(sign -> sign != 0)
                .findFirst()
                .orElse(0);
        String all = String.format(
                Locale.ROOT,
                " There is no crossing up to %,d requests a month.",
                ranges.getLast().below() - 1);
        if (order == 0) {
            return one.name() + " and " + other.name() + " cost the same." + all;
        }
        String never = ranges.size() == 1 ? " at any number of requests." : " or costs the same.";
        return (order < 0 ? one : other).name() + " is cheaper than " + (order < 0 ? other : one).name() + never + all;
    }

    private List<Crossing> crossings() {
        List<Crossing> crossings = new ArrayList<>();
        int before = 0;
        long equalFrom = -1;
        for (CostCrossings.Range range : ranges) {
            if (range.order() == 0) {
                equalFrom = range.from();
                continue;
            }
            if (before != 0 && range.order() != before) {
                long below = equalFrom < 0 ? range.from() : equalFrom;
                CostCurve cheaper = before < 0 ? one : other;
                CostCurve dearer = before < 0 ? other : one;
                BigDecimal dollars = dearer.bill(below).exact().setScale(2, RoundingMode.HALF_UP);
                long from = crossings.isEmpty() ? 0 : crossings.getLast().below();
                crossings.add(new Crossing(cheaper.name(), dearer.name(), from, below, dollars));
            }
            before = range.order();
            equalFrom = -1;
        }
        return crossings;
    }

    /** The same as {@code break-even/1}. */
    public byte[] json() {
        ObjectNode root = JsonDocument.begin("break-even/1");
        root.put("over", "requests");
        root.put("upTo", ranges.getLast().below() - 1);
        ArrayNode crossings = root.putArray("breakEven");
        for (Crossing crossing : crossings()) {
            ObjectNode node = crossings.addObject();
            node.put("cheaper", crossing.cheaper()).put("than", crossing.than());
            node.putObject("from").put("requestsPerMonth", crossing.from());
            node.putObject("below").put("requestsPerMonth", crossing.below());
            node.put("monthly", crossing.dollars().toPlainString());
        }
        ArrayNode all = root.putArray("ranges");
        for (CostCrossings.Range range : ranges) {
            ObjectNode node = all.addObject().put("from", range.from()).put("to", range.below() - 1);
            if (range.order() == 0) {
                node.putNull("cheaper");
            } else {
                node.put("cheaper", range.order() < 0 ? one.name() : other.name());
            }
        }
        return JsonDocument.bytes(root);
    }
}
