package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.progress.Progress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.LongUnaryOperator;

/**
 * Looks for the crowd at which two deployments cost the same, by running the workload with its rates multiplied: doubling or
 * halving until the cheaper one changes, then bisecting to half a percent. It finds the crossing nearest to the workload, and
 * gives up beyond 64 times more or less.
 */
final class BreakEvenSearch {

    private static final double SCALE_MAX = 64;
    private static final double PRECISION = 0.005;

    private final DoubleFunction<List<Comparison.Result>> resultsAtScale;
    private final LongUnaryOperator inMonth;
    private final Progress progress;
    private double spent;

    /**
     * A search to come.
     *
     * @param resultsAtScale both deployments, in the order of the two that are compared
     * @param inMonth how many requests of a month are so many of a run
     */
    BreakEvenSearch(
            DoubleFunction<List<Comparison.Result>> resultsAtScale, LongUnaryOperator inMonth, Progress progress) {
        this.inMonth = inMonth;
        this.resultsAtScale = resultsAtScale;
        this.progress = progress;
    }

    Optional<BreakEven> search(Comparison.Result one, Comparison.Result other) {
        boolean oneIsCheaper = isCheaper(List.of(one, other));
        for (double step : new double[] {2, 0.5}) {
            double near = 1;
            for (double far = step; far <= SCALE_MAX && far >= 1 / SCALE_MAX; far *= step) {
                // A run takes as long as it has requests: until 64 times as many, and less than once for all the
                // smaller
                // crowds.
                double left = step > 1 ? 2 * (SCALE_MAX - far) + 1 : far;
                List<Comparison.Result> results = results(far, left);
                if (isCheaper(results) != oneIsCheaper) {
                    return Optional.of(between(near, far, oneIsCheaper));
                }
                if (isOverloaded(results)) {
                    break;
                }
                near = far;
            }
        }
        return Optional.empty();
    }

    private BreakEven between(double near, double far, boolean oneIsCheaperNear) {
        double inside = near;
        double outside = far;
        while (Math.abs(outside - inside) > PRECISION * inside) {
            double middle = (inside + outside) / 2;
            double left = inside * Math.log(Math.abs(outside - inside) / (PRECISION * inside)) / Math.log(2);
            if (isCheaper(results(middle, left)) == oneIsCheaperNear) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        List<Comparison.Result> there = resultsAtScale.apply(inside);
        boolean oneIsCheaperBelow = oneIsCheaperNear == near < far;
        Comparison.Result cheaper = there.get(oneIsCheaperBelow ? 0 : 1);
        Comparison.Result dearer = there.get(oneIsCheaperBelow ? 1 : 0);
        return new BreakEven(
                cheaper.deployment().name(),
                dearer.deployment().name(),
                inMonth.applyAsLong(there.getFirst().outcome().requests()));
    }

    /** @param left what may come after this, in crowds of the workload's size */
    private List<Comparison.Result> results(double scale, double left) {
        List<Comparison.Result> results = resultsAtScale.apply(scale);
        spent += scale;
        progress.done(spent / (spent + left));
        return results;
    }

    private static boolean isCheaper(List<Comparison.Result> pair) {
        BigDecimal one = pair.get(0).bill().total();
        return one.compareTo(pair.get(1).bill().total()) <= 0;
    }

    /** A deployment that fails its callers is no cheaper way of serving them. */
    private static boolean isOverloaded(List<Comparison.Result> pair) {
        return pair.stream()
                .anyMatch(result -> !Trial.holds(
                        result.outcome().failures(), result.outcome().requests()));
    }
}
