package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** Runs a workload on every deployment, bills each, and looks for where the cheaper one changes. */
public final class Comparing {

    private final Measurements measured;
    private final Terms terms;
    private final Billing billing;
    private final long seed;

    public Comparing(Measurements measured, Terms terms, long seed) {
        this.measured = measured;
        this.terms = terms;
        this.billing = new Billing(terms);
        this.seed = seed;
    }

    public Comparison compare(Workload workload, List<Deployment> deployments) {
        List<Comparison.Result> results = results(workload, deployments);
        List<BreakEven> crossings = new ArrayList<>();
        for (int i = 0; i < deployments.size(); i++) {
            for (int j = i + 1; j < deployments.size(); j++) {
                List<Deployment> pair = List.of(deployments.get(i), deployments.get(j));
                new BreakEvenSearch(scale -> results(workload.scaled(scale), pair))
                        .search(results.get(i), results.get(j))
                        .ifPresent(crossings::add);
            }
        }
        return new Comparison(
                workload, seed, terms.prices(), measured, results, crossings, Assumptions.of(deployments, results));
    }

    /** One deployment to a core; the outcome does not depend on how many there are. */
    private List<Comparison.Result> results(Workload workload, List<Deployment> deployments) {
        return deployments.parallelStream()
                .map(deployment -> {
                    Outcome outcome = Simulation.run(
                            workload, deployment, measured, terms.prices().rules(), seed);
                    return new Comparison.Result(
                            deployment,
                            outcome,
                            billing.month(outcome.consumption().month(workload.duration(), terms.hoursPerMonth())));
                })
                .toList();
    }
}
