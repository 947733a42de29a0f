package dev.breakeven.comparison.verdict;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.progress.SharedProgress;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs a workload on every deployment, bills each, and looks for where the cheaper one changes and for how large a crowd each holds. */
public final class Comparing {

    /** No larger multiple of a crowd is tried. */
    static final double HEADROOM_MAX = 1_024;

    /** Of a crowd that is multiplied and replayed again and again. */
    private static final double HEADROOM_REQUESTS_MAX = 1_000_000;

    /** Ten times doubled, and seven times bisected. */
    private static final int HEADROOM_TRIALS = 17;

    private final Measurements measured;
    private final Measurements inTheCloud;
    private final Terms terms;
    private final Billing billing;
    private final long seed;
    private final int seeds;
    private final Progress progress;

    /** @param seeds how many runs with seeds from the first one on make the intervals */
    public Comparing(Measurements measured, Terms terms, long seed, int seeds, Progress progress) {
        this.measured = measured;
        this.inTheCloud = measured.inTheCloud();
        this.terms = terms;
        this.billing = new Billing(terms);
        this.seed = seed;
        this.seeds = seeds;
        this.progress = progress;
    }

    public Comparison compare(Workload workload, List<Deployment> deployments) {
        return compare(workload, deployments, List.of());
    }

    /**
     * The same within budgets.
     *
     * @param budgets that decide which deployment is recommended, and how large a crowd each one holds
     */
    public Comparison compare(Workload workload, List<Deployment> deployments, List<Budget> budgets) {
        Comparison comparison = simulated(workload, deployments, budgets);
        Comparison crossed = comparison.withBreakEven(crossings(workload, comparison));
        return crossed.withHeadroom(headroom(crossed));
    }

    /** How large a crowd each deployment holds, and not where the cheapest one changes. */
    public Comparison headroom(Workload workload, List<Deployment> deployments, List<Budget> budgets) {
        Comparison comparison = simulated(workload, deployments, budgets);
        return comparison.withHeadroom(headroom(comparison));
    }

    private Comparison simulated(Workload workload, List<Deployment> deployments, List<Budget> budgets) {
        progress.begin("simulating");
        List<Comparison.Result> results = results(workload, deployments, seeds, progress);
        return new Comparison(
                workload,
                seed,
                seeds,
                terms.prices(),
                measured,
                results,
                List.of(),
                budgets,
                Map.of(),
                Assumptions.of(deployments, measured.calibration()));
    }

    private Map<String, Headroom> headroom(Comparison comparison) {
        progress.begin("searching headroom");
        List<Comparison.Result> results = comparison.results();
        BusiestParts parts = new BusiestParts(comparison.workload(), HEADROOM_REQUESTS_MAX);
        SharedProgress searches = new SharedProgress(progress, results.size());
        return IntStream.range(0, results.size())
                .parallel()
                .boxed()
                .collect(Collectors.toConcurrentMap(
                        i -> results.get(i).deployment().name(),
                        i -> headroom(
                                results.get(i),
                                comparison.budgetsOfService(results.get(i)),
                                parts,
                                searches.piece(i))));
    }

    /** @param once the deployment under its crowd as it is */
    private Headroom headroom(Comparison.Result once, List<Budget> budgets, BusiestParts parts, Progress search) {
        Map<Double, Comparison.Result> tried = new HashMap<>(Map.of(1.0, once));
        HeadroomSearch.Edge edge = HeadroomSearch.of(
                times -> {
                    Comparison.Result result = tried.computeIfAbsent(times, asked -> {
                        Workload crowd = parts.times(asked, once.deployment());
                        return results(crowd, List.of(once.deployment()), 1, Progress.SILENT)
                                .getFirst();
                    });
                    search.done(tried.size() / (HEADROOM_TRIALS + 1.0));
                    return budgets.stream().allMatch(budget -> budget.isMetBy(result));
                },
                HEADROOM_MAX);
        search.done(1);
        return new Headroom(
                edge.held(),
                edge.failed().isEmpty(),
                edge.failed().stream()
                        .mapToObj(times -> requireNonNull(tried.get(times)))
                        .flatMap(failed -> budgets.stream()
                                .filter(budget -> !budget.isMetBy(failed))
                                .map(budget -> budget.seenIn(failed)))
                        .toList());
    }

    /** Where the cheapest stops being so: against each other deployment, the crossing nearest to the workload. */
    private List<BreakEven> crossings(Workload workload, Comparison comparison) {
        progress.begin("searching break-even");
        Comparison.Result cheapest = comparison.cheapest();
        List<Comparison.Result> others = comparison.results().stream()
                .filter(result -> !result.equals(cheapest))
                .toList();
        Map<Scaled, Comparison.Result> known = new ConcurrentHashMap<>();
        SharedProgress searches = new SharedProgress(progress, others.size());
        List<BreakEven> crossings = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            List<Deployment> pair = List.of(cheapest.deployment(), others.get(i).deployment());
            Progress search = searches.piece(i);
            new BreakEvenSearch(
                            scale -> scaled(workload, pair, scale, known),
                            requests -> inMonth(requests, workload).longValue(),
                            search)
                    .search(cheapest, others.get(i))
                    .ifPresent(crossings::add);
            search.done(1);
        }
        return crossings;
    }

    /** A deployment under so many times the workload, which several searches ask for. */
    private record Scaled(String deployment, double scale) {}

    private List<Comparison.Result> scaled(
            Workload workload, List<Deployment> pair, double scale, Map<Scaled, Comparison.Result> known) {
        return pair.parallelStream()
                .map(deployment -> known.computeIfAbsent(
                        new Scaled(deployment.name(), scale),
                        asked -> results(workload.scaled(scale), List.of(deployment), 1, Progress.SILENT)
                                .getFirst()))
                .toList();
    }

    /** The curve of each deployment. */
    public List<CostCurve> curves(Workload workload, List<Deployment> deployments) {
        progress.begin("simulating");
        SharedProgress runs = new SharedProgress(progress, deployments.size());
        return IntStream.range(0, deployments.size())
                .parallel()
                .mapToObj(i -> curve(workload, deployments.get(i), runs.piece(i)))
                .toList();
    }

    /**
     * What a deployment costs by the number of requests, when each goes on causing what it caused in the workload. Unlike
     * {@link #compare} this does not ask whether the deployment still holds them, or starts cold less often.
     */
    private CostCurve curve(Workload workload, Deployment deployment, Progress run) {
        Outcome outcome =
                Simulation.run(workload, deployment, inTheCloud, terms.prices().rules(), seed, run);
        return CostCurve.of(deployment.name(), outcome, workload.duration(), terms);
    }

    private BigDecimal inMonth(long requests, Workload workload) {
        return Consumption.inMonth(requests, workload.duration(), terms.hoursPerMonth());
    }

    /** One run to a core; the outcome does not depend on how many there are. */
    private List<Comparison.Result> results(Workload workload, List<Deployment> deployments, int runs, Progress stage) {
        List<Run> all = deployments.stream()
                .flatMap(deployment -> IntStream.range(0, runs).mapToObj(i -> new Run(workload, deployment, seed + i)))
                .toList();
        SharedProgress shared = new SharedProgress(stage, all.size());
        List<Outcome> outcomes = IntStream.range(0, all.size())
                .parallel()
                .mapToObj(i -> simulate(all.get(i), shared.piece(i)))
                .toList();
        List<Comparison.Result> results = new ArrayList<>();
        for (int i = 0; i < deployments.size(); i++) {
            results.add(result(workload, deployments.get(i), outcomes.subList(i * runs, (i + 1) * runs)));
        }
        return results;
    }

    private record Run(Workload workload, Deployment deployment, long seed) {}

    private Outcome simulate(Run run, Progress piece) {
        return Simulation.run(
                run.workload(), run.deployment(), inTheCloud, terms.prices().rules(), run.seed(), piece);
    }

    private Comparison.Result result(Workload workload, Deployment deployment, List<Outcome> outcomes) {
        List<Bill> bills =
                outcomes.stream().map(outcome -> bill(workload, outcome)).toList();
        return new Comparison.Result(
                deployment,
                outcomes.getFirst(),
                bills.getFirst(),
                Interval.of(bills.stream()
                        .mapToDouble(bill -> bill.total().doubleValue())
                        .toArray()),
                Interval.of(outcomes.stream()
                        .mapToDouble(outcome -> outcome.latencyMillis(99))
                        .toArray()));
    }

    private Bill bill(Workload workload, Outcome outcome) {
        return billing.month(outcome.consumption().month(workload.duration(), terms.hoursPerMonth()));
    }
}
