package dev.breakeven.comparison.verdict;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.workload.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The same workload on several deployments, and what each cost.
 *
 * @param breakEven where the cheapest deployment stops being so, as far as it was looked for
 * @param headroom of each deployment by its name
 */
public record Comparison(
        Workload workload,
        long seed,
        int seeds,
        PriceList prices,
        Measurements measurements,
        List<Result> results,
        List<BreakEven> breakEven,
        List<Budget> budgets,
        Map<String, Headroom> headroom,
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
        budgets = List.copyOf(budgets);
        headroom = Map.copyOf(headroom);
        assumptions = List.copyOf(assumptions);
    }

    Comparison withBreakEven(List<BreakEven> crossings) {
        return new Comparison(
                workload, seed, seeds, prices, measurements, results, crossings, budgets, headroom, assumptions);
    }

    Comparison withHeadroom(Map<String, Headroom> found) {
        return new Comparison(
                workload, seed, seeds, prices, measurements, results, breakEven, budgets, found, assumptions);
    }

    public Headroom headroom(Result result) {
        return requireNonNull(headroom.get(result.deployment().name()));
    }

    /** What a deployment must do to be said to hold a crowd. */
    List<Budget> budgetsOfService(Result result) {
        List<Budget> ofService = budgets.stream()
                .filter(budget -> budget.isFor(result.deployment().name()) && budget.isOfService())
                .toList();
        return ofService.stream().anyMatch(budget -> budget.metric() == Budget.Metric.FAILED)
                ? ofService
                : Stream.concat(ofService.stream(), Stream.of(Budget.OF_FAILURES))
                        .toList();
    }

    /** The budgets that a deployment misses of those that are for it. */
    public List<Budget> missedBy(Result result) {
        return budgets.stream()
                .filter(budget -> budget.isFor(result.deployment().name()) && !budget.isMetBy(result))
                .toList();
    }

    /** The cheapest that meets its budgets. */
    public Optional<Result> recommended() {
        return results.stream()
                .filter(result -> missedBy(result).isEmpty())
                .min(Comparator.comparing(result -> result.bill().total()));
    }

    /** Whether one can be recommended, and no budget is missed that names a deployment. */
    public boolean meetsBudgets() {
        return recommended().isPresent()
                && results.stream()
                        .flatMap(result -> missedBy(result).stream())
                        .allMatch(budget -> budget.deployment().isEmpty());
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
