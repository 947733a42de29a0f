package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.progress.SharedProgress;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds every value of a knob at which the cheaper one of two deployments changes, by running both: at values that double from one end
 * of a span to the other, and between two that differ in the cheaper one at ever closer ones, to one percent. What changes twice
 * between two neighbours is missed. Compared are exact amounts; one that fails its callers is no cheaper way of serving them.
 */
public final class KnobCrossings {

    /**
     * Where a knob is looked at.
     *
     * @param zero whether nothing of it is looked at too, which no doubling comes from
     */
    private record Span(String from, String to, boolean zero) {}

    private static final Map<Knob, Span> SPANS = Map.of(
            Knob.WAIT, new Span("1", "10000", true),
            Knob.DURATION, new Span("0.015625", "64", false),
            Knob.PAYLOAD, new Span("0.015625", "64", false),
            Knob.BURSTINESS, new Span("1", "360", false));

    private static final double PRECISION = 0.01;

    /** Which of the two it is. */
    public enum Cheaper {
        ONE,
        OTHER,
        /** They cost the same. */
        EITHER,
        /** Both fail their callers. */
        NEITHER
    }

    /** Both at one value. */
    public record Point(BigDecimal value, Trial.Result one, Trial.Result other) {

        public Cheaper cheaper() {
            if (!one.holds() || !other.holds()) {
                return one.holds() ? Cheaper.ONE : other.holds() ? Cheaper.OTHER : Cheaper.NEITHER;
            }
            int order = one.bill().exact().compareTo(other.bill().exact());
            return order < 0 ? Cheaper.ONE : order > 0 ? Cheaper.OTHER : Cheaper.EITHER;
        }
    }

    /** Values between which the same one is cheaper, as far as it was looked: the first and the last that were. */
    public record Range(Point first, Point last) {

        public Cheaper cheaper() {
            return first.cheaper();
        }
    }

    private final Knob knob;
    private final Question one;
    private final Question other;
    private final Trial trial;

    public KnobCrossings(Knob knob, Question one, Question other, Trial trial) {
        this.knob = knob;
        this.one = one;
        this.other = other;
        this.trial = trial;
    }

    /** Whether a knob has a span to look at. */
    public static boolean isOver(Knob knob) {
        return SPANS.containsKey(knob);
    }

    /** Ranges that follow on one another. */
    public List<Range> ranges(Progress progress) {
        progress.begin("searching break-even");
        List<BigDecimal> grid = grid(knob);
        SharedProgress shared = new SharedProgress(progress, 2 * grid.size());
        List<Point> coarse = IntStream.range(0, grid.size())
                .parallel()
                .mapToObj(i -> {
                    Point point = at(grid.get(i));
                    shared.piece(i).done(1);
                    return point;
                })
                .toList();
        List<Point> points = new ArrayList<>(List.of(coarse.getFirst()));
        IntStream.range(1, coarse.size())
                .parallel()
                .mapToObj(i -> {
                    List<Point> between = new ArrayList<>();
                    search(coarse.get(i - 1), coarse.get(i), between);
                    shared.piece(grid.size() + i).done(1);
                    return between;
                })
                .forEachOrdered(points::addAll);
        return ranges(points);
    }

    static List<BigDecimal> grid(Knob knob) {
        @Nullable Span span = SPANS.get(knob);
        if (span == null) {
            throw new IllegalArgumentException("Nothing is searched over " + knob.label());
        }
        List<BigDecimal> grid = new ArrayList<>();
        if (span.zero()) {
            grid.add(BigDecimal.ZERO);
        }
        BigDecimal to = new BigDecimal(span.to());
        for (BigDecimal value = new BigDecimal(span.from()); value.compareTo(to) < 0; value = value.add(value)) {
            grid.add(value);
        }
        grid.add(to);
        return grid;
    }

    private Point at(BigDecimal value) {
        List<Trial.Result> pair = List.of(one, other).parallelStream()
                .map(question -> trial.run(knob.turned(question, value), Progress.SILENT))
                .toList();
        return new Point(value, pair.get(0), pair.get(1));
    }

    /** Adds what comes after the lower end, in rising order, up to the upper one. */
    private void search(Point low, Point high, List<Point> found) {
        if (low.cheaper() != high.cheaper() && !areClose(low, high)) {
            BigDecimal middle = low.value().add(high.value()).divide(BigDecimal.TWO, new MathContext(6));
            Point between = at(middle);
            search(low, between, found);
            search(between, high, found);
        } else {
            found.add(high);
        }
    }

    /** A crossing below the first value above zero is closer to it than anybody asks. */
    private boolean areClose(Point low, Point high) {
        double width = high.value().subtract(low.value()).doubleValue();
        double from = Math.max(
                low.value().doubleValue(), PRECISION * grid(knob).get(1).doubleValue());
        return width <= PRECISION * from;
    }

    private static List<Range> ranges(List<Point> points) {
        List<Range> ranges = new ArrayList<>();
        Point first = points.getFirst();
        Point last = first;
        for (Point point : points) {
            if (point.cheaper() != first.cheaper()) {
                ranges.add(new Range(first, last));
                first = point;
            }
            last = point;
        }
        ranges.add(new Range(first, last));
        return ranges;
    }
}
