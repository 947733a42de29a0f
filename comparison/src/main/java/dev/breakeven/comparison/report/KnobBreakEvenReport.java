package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.verdict.Knob;
import dev.breakeven.comparison.verdict.KnobCrossings;
import dev.breakeven.comparison.verdict.Trial;
import dev.breakeven.comparison.verdict.Typical;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.WordUtils;

/** Which of two is the cheaper one, for every value of a knob, as far as it was looked for by simulation. */
public final class KnobBreakEvenReport {

    private static final int COLUMNS = 100;
    private static final MathContext SHOWN = new MathContext(3);

    private final Knob knob;
    private final String one;
    private final String other;
    private final List<KnobCrossings.Range> ranges;
    private final Typical typical;

    /** @param typical what is asked for when nothing is turned */
    public KnobBreakEvenReport(Knob knob, String one, String other, List<KnobCrossings.Range> ranges, Typical typical) {
        this.knob = knob;
        this.one = one;
        this.other = other;
        this.ranges = List.copyOf(ranges);
        this.typical = typical;
    }

    /** One range, after which the other one is cheaper. */
    private record Crossing(KnobCrossings.Range before, KnobCrossings.Range after) {

        KnobCrossings.Point at() {
            return after.first();
        }

        /** The one that is the cheaper one no more fails its callers from here on. */
        boolean isOfFailure() {
            return switch (before.cheaper()) {
                case ONE -> !at().one().holds();
                case OTHER -> !at().other().holds();
                case EITHER, NEITHER -> false;
            };
        }
    }

    public String text() {
        TextTable table = new TextTable(1, "cheaper", "from", "to", "$ there", "the other's");
        for (KnobCrossings.Range range : ranges) {
            boolean isOne = range.cheaper() != KnobCrossings.Cheaper.OTHER;
            table.row(
                    name(range.cheaper()),
                    shown(range.first()),
                    shown(range.last()),
                    dollars(isOne ? range.first().one() : range.first().other()),
                    dollars(isOne ? range.first().other() : range.first().one()));
        }
        StringBuilder screen = new StringBuilder("The cheaper one by " + subject() + "\n\n");
        screen.append(table).append("\n\n");
        sentences()
                .forEach(sentence -> screen.append(' ')
                        .append(WordUtils.wrap(sentence, COLUMNS - 1, "\n   ", false))
                        .append('\n'));
        return screen.toString();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Crossing crossing : crossings()) {
            sentences.add(sentence(crossing));
        }
        if (ranges.size() == 1) {
            sentences.add(
                    switch (ranges.getFirst().cheaper()) {
                        case ONE -> one + " is cheaper than " + other + " all along.";
                        case OTHER -> other + " is cheaper than " + one + " all along.";
                        case EITHER -> one + " and " + other + " cost the same all along.";
                        case NEITHER -> "Neither holds this crowd: more than 0.1 % of the requests fail.";
                    });
        }
        sentences.add(String.format(
                "Simulated from %s to %s, at values that double, and between two that differ to 1 %%;"
                        + " what changes twice between two neighbours is missed.",
                knob.shown(ranges.getFirst().first().value()),
                knob.shown(ranges.getLast().last().value())));
        return sentences;
    }

    private String sentence(Crossing crossing) {
        String at = shown(crossing.at());
        if (crossing.isOfFailure()) {
            return name(crossing.before().cheaper()) + " is no way of serving this crowd from " + at
                    + " on: more than 0.1 % of the requests fail.";
        }
        return switch (crossing.after().cheaper()) {
            case ONE ->
                one + " is cheaper than " + other + " from " + at + " on, at $"
                        + dollars(crossing.at().one()) + " a month.";
            case OTHER ->
                other + " is cheaper than " + one + " from " + at + " on, at $"
                        + dollars(crossing.at().other()) + " a month.";
            case EITHER -> one + " and " + other + " cost the same from " + at + " on.";
            case NEITHER -> "Both fail more than 0.1 % of the requests from " + at + " on.";
        };
    }

    private List<Crossing> crossings() {
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 1; i < ranges.size(); i++) {
            crossings.add(new Crossing(ranges.get(i - 1), ranges.get(i)));
        }
        return crossings;
    }

    private String subject() {
        return switch (knob) {
            case WAIT -> "time without CPU added to each request: billed on functions, overlapped on servers";
            case DURATION ->
                String.format(
                        Locale.ROOT,
                        "CPU time per request; × 1 is what was measured, here %.3g ms on average",
                        typical.cpuMillis());
            case PAYLOAD ->
                String.format(
                        Locale.ROOT,
                        "size of payloads; × 1 is the workload's, here %,.0f bytes on average",
                        typical.payloadBytes());
            case BURSTINESS -> "burstiness; × 2 is all requests of each hour within half of it, and so on";
            case MEMORY, CONCURRENCY, INSTANCES, RATE, PATIENCE -> knob.label();
        };
    }

    /** A multiple stands with what it comes to. */
    private String shown(KnobCrossings.Point point) {
        String value = knob.shown(point.value().round(SHOWN));
        return switch (knob) {
            case DURATION ->
                String.format(Locale.ROOT, "%s (%.3g ms)", value, point.value().doubleValue() * typical.cpuMillis());
            case PAYLOAD ->
                String.format(Locale.ROOT, "%s (%,.0f B)", value, point.value().doubleValue() * typical.payloadBytes());
            case WAIT, BURSTINESS, MEMORY, CONCURRENCY, INSTANCES, RATE, PATIENCE -> value;
        };
    }

    private String name(KnobCrossings.Cheaper cheaper) {
        return switch (cheaper) {
            case ONE -> one;
            case OTHER -> other;
            case EITHER -> "either";
            case NEITHER -> "neither";
        };
    }

    private static String dollars(Trial.Result result) {
        return result.holds()
                ? result.bill().exact().setScale(2, RoundingMode.HALF_UP).toPlainString()
                : "fails";
    }

    /** The same as {@code break-even/1}, in which {@code over} says what the numbers of the ranges are of. */
    public byte[] json() {
        ObjectNode root = JsonDocument.begin("break-even/1");
        root.put("over", knob.label());
        root.put("from", ranges.getFirst().first().value());
        root.put("upTo", ranges.getLast().last().value());
        ArrayNode crossings = root.putArray("breakEven");
        BigDecimal from = ranges.getFirst().first().value();
        for (Crossing crossing : crossings()) {
            boolean oneBefore = crossing.before().cheaper() == KnobCrossings.Cheaper.ONE;
            boolean otherBefore = crossing.before().cheaper() == KnobCrossings.Cheaper.OTHER;
            if (oneBefore || otherBefore) {
                ObjectNode node = crossings.addObject();
                node.put("cheaper", oneBefore ? one : other).put("than", oneBefore ? other : one);
                value(node.putObject("from"), from);
                value(node.putObject("below"), crossing.at().value());
                node.put(
                        "monthly",
                        (oneBefore ? crossing.at().one() : crossing.at().other())
                                .bill()
                                .exact()
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString());
                node.put("because", crossing.isOfFailure() ? "fails" : "cost");
            }
            from = crossing.at().value();
        }
        ArrayNode all = root.putArray("ranges");
        for (KnobCrossings.Range range : ranges) {
            ObjectNode node = all.addObject()
                    .put("from", range.first().value())
                    .put("to", range.last().value());
            switch (range.cheaper()) {
                case ONE -> node.put("cheaper", one);
                case OTHER -> node.put("cheaper", other);
                case EITHER, NEITHER -> node.putNull("cheaper");
            }
            node.put("holds", range.cheaper() != KnobCrossings.Cheaper.NEITHER);
        }
        return JsonDocument.bytes(root);
    }

    private void value(ObjectNode node, BigDecimal value) {
        switch (knob) {
            case WAIT -> node.put("waitMillis", value);
            case DURATION -> node.put("times", value).put("cpuMillisMean", value.doubleValue() * typical.cpuMillis());
            case PAYLOAD ->
                node.put("times", value).put("payloadBytesMean", value.doubleValue() * typical.payloadBytes());
            case BURSTINESS, MEMORY, CONCURRENCY, INSTANCES, RATE, PATIENCE -> node.put("times", value);
        }
    }
}
