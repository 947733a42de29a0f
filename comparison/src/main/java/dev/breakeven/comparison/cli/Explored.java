package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.report.HtmlReport;
import dev.breakeven.comparison.simulation.Timeline;
import dev.breakeven.comparison.verdict.Budget;
import dev.breakeven.comparison.verdict.Comparing;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Exploration;
import dev.breakeven.comparison.verdict.Exploring;
import dev.breakeven.comparison.workload.Workload;
import java.util.List;

/**
 * A comparison, and what a closer look at it has shown.
 *
 * @param busiest how the busiest time went on each deployment
 */
record Explored(Comparison comparison, List<Timeline> busiest, HtmlReport report) {

    Explored {
        busiest = List.copyOf(busiest);
    }

    /**
     * Compares and explores.
     *
     * @param seeds how many runs make the intervals
     */
    static Explored of(
            Measurements measured,
            Workload calls,
            List<Deployment> hosts,
            List<Budget> budgets,
            Terms billed,
            long seed,
            int seeds,
            Progress progress) {
        Comparison comparison = new Comparing(measured, billed, seed, seeds, progress).compare(calls, hosts, budgets);
        Exploring exploring = new Exploring(comparison, billed, progress);
        Exploration dials = exploring.dials();
        List<Timeline> busiest = exploring.busiestHour();
        return new Explored(comparison, busiest, new HtmlReport(comparison, billed, dials, busiest));
    }
}
