package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.workload.Workload;
import java.util.Comparator;
import java.util.List;

/**
 * The same workload on several deployments, and what each cost.
 *
 * @param breakEven where the cheapest deployment stops being so, as far as it was looked for
 */
public record Comparison(
        Workload workload,
        long seed,
        int seeds,
        PriceList prices,
        Measurements measurements,
        List<Result> results,
        List<BreakEven> breakEven,
        List<Assumption> assumptions) {

    /**
     * One deployment: what callers saw, and the bill of a month.
     *
     * @param outcome of the first seed
     * @param dollars where the total of the bill lies, over all seeds
     * @param p99Millis where the 99th percentile lies, over all seeds
     */
    public record Result(Deployment deployment, Outcome outcome, Bill bill, Interval dollars, Interval p99Millis) {}

    public Comparison {
        results = List.copyOf(results);
        breakEven = List.copyOf(breakEven);
        assumptions = List.copyOf(assumptions);
    }

    Comparison with(List<BreakEven> crossings) {
        return new Comparison(workload, seed, seeds, prices, measurements, results, crossings, assumptions);
    }

    /** The cheapest; on a tie the one named first. */
    public Result cheapest() {
        return results.stream()
                .min(Comparator.comparing(result -> result.bill().total()))
                .orElseThrow();
    }

    public long requests() {
        return results.getFirst().outcome().requests();
    }

    public int busiestSecond() {
        return results.getFirst().outcome().busiestSecond();
    }
}
