package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.report.HtmlReport;
import dev.breakeven.comparison.verdict.Budget;
import dev.breakeven.comparison.verdict.Comparing;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Exploring;
import dev.breakeven.comparison.workload.Workload;
import java.util.List;

/** A comparison, and the page that shows more of it than was compared. */
record Explored(Comparison comparison, HtmlReport report) {

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
        return new Explored(comparison, new HtmlReport(comparison, billed, exploring.dials(), exploring.busiestHour()));
    }
}
