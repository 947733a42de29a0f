package dev.breakeven.comparison.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds every number of requests at which one of two bills becomes the cheaper one: exactly, on amounts before they are rounded
 * to cents. An interval in which the dearer one's start is above the cheaper one's end is passed over, since bills never fall;
 * one on which both are straight is solved; any other is halved.
 */
public final class CostCrossings {

    /**
     * Numbers of requests between which the same one is cheaper.
     *
     * @param from the least of them
     * @param below the least beyond them, or the end of what was looked at
     * @param order less than 0 if the first is cheaper, more if the second is, 0 if they cost the same
     */
    public record Range(long from, long below, int order) {}

    /** Fleets that grow side by side cross at every step, and nobody reads more of that. */
    private static final int RANGES_MAX = 1_000;

    /** A few seconds' worth; two fleets that cost the same would take for ever. */
    private static final int BILLS_MAX = 200_000;

    private final CostCurve one;
    private final CostCurve other;
    private final List<Range> ranges = new ArrayList<>();
    private long from;
    private int order;
    private long reached;
    private int bills;

    private CostCrossings(CostCurve one, CostCurve other) {
        this.one = one;
        this.other = other;
    }

    /** Both at the same number of requests. */
    private record Pair(CostCurve.Point one, CostCurve.Point other) {

        long requests() {
            return one.requests();
        }

        int order() {
            return one.dollars().compareTo(other.dollars());
        }

        BigDecimal difference() {
            return one.dollars().subtract(other.dollars());
        }
    }

    /**
     * What is cheaper, from no request to some.
     *
     * @return ranges that follow on one another; the last one ends early if there are too many to look at
     */
    public static List<Range> ranges(CostCurve one, CostCurve other, long requestsMax) {
        CostCrossings crossings = new CostCrossings(one, other);
        Pair start = crossings.at(0);
        Pair end = crossings.at(requestsMax);
        crossings.order = start.order();
        crossings.search(start, end);
        if (crossings.reached >= crossings.from) {
            crossings.ranges.add(new Range(crossings.from, crossings.reached + 1, crossings.order));
        }
        return crossings.ranges;
    }

    private void search(Pair low, Pair high) {
        if (isEnough()) {
            return;
        }
        if (areApart(low, high)) {
            reached = high.requests();
        } else if (high.requests() - low.requests() == 1) {
            note(high);
        } else if (areStraight(low, high)) {
            solve(low, high);
        } else {
            Pair middle = at(low.requests() + (high.requests() - low.requests()) / 2);
            search(low, middle);
            search(middle, high);
        }
    }

    private static boolean areApart(Pair low, Pair high) {
        return high.one().dollars().compareTo(low.other().dollars()) < 0
                || high.other().dollars().compareTo(low.one().dollars()) < 0;
    }

    private static boolean areStraight(Pair low, Pair high) {
        return low.one().piece().equals(high.one().piece())
                && low.other().piece().equals(high.other().piece());
    }

    /** The order changes at most once on straight lines, and where it does is known up to a request beside it. */
    private void solve(Pair low, Pair high) {
        if (low.order() != high.order()) {
            BigDecimal atLow = low.difference().abs();
            BigDecimal atHigh = high.difference().abs();
            long step = BigDecimal.valueOf(high.requests() - low.requests())
                    .multiply(atLow)
                    .divide(atLow.add(atHigh), 0, RoundingMode.FLOOR)
                    .longValueExact();
            long root = low.requests() + step;
            for (long near = Math.max(low.requests(), root - 1); near <= Math.min(high.requests(), root + 2); near++) {
                note(at(near));
            }
        }
        note(high);
    }

    private void note(Pair pair) {
        if (ranges.size() == RANGES_MAX) {
            return;
        }
        if (pair.order() != order) {
            ranges.add(new Range(from, pair.requests(), order));
            from = pair.requests();
            order = pair.order();
        }
        reached = pair.requests();
    }

    private boolean isEnough() {
        return ranges.size() == RANGES_MAX || bills > BILLS_MAX;
    }

    private Pair at(long requests) {
        bills += 2;
        return new Pair(one.at(requests), other.at(requests));
    }
}
