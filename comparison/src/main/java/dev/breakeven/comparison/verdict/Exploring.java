package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.progress.SharedProgress;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.simulation.Timeline;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Looks closer at what was compared: what would be if something were turned, and how the busiest time went. */
public final class Exploring {

    /** A few seconds' worth for all stops of all dials. */
    private static final double REQUESTS_MAX = 10_000_000;

    private static final Duration BUSIEST = Duration.ofHours(1);

    /** What servers that follow the crowd, or live on CPU credits, need to be where they would be. */
    private static final Duration LEAD = Duration.ofHours(6);

    private static final int PERIODS = 120;

    private final Comparison comparison;
    private final Terms terms;
    private final Progress progress;

    public Exploring(Comparison comparison, Terms terms, Progress progress) {
        this.comparison = comparison;
        this.terms = terms;
        this.progress = progress;
    }

    /** Turns every dial to every stop, one at a time. */
    public Exploration dials() {
        progress.begin("turning dials");
        List<Comparison.Result> results = comparison.results();
        boolean hasPayload = results.stream()
                .map(this::question)
                .anyMatch(question -> Typical.of(question, comparison.seed()).payloadBytes() > 0);
        List<Dial> dials = Dial.of(
                comparison.workload(),
                results.stream().map(Comparison.Result::deployment).toList(),
                hasPayload);
        BusiestParts parts = new BusiestParts(comparison.workload(), REQUESTS_MAX);
        SharedProgress shared = new SharedProgress(progress, results.size());
        return new Exploration(
                dials,
                IntStream.range(0, results.size())
                        .parallel()
                        .mapToObj(i -> costs(results.get(i), dials, parts, shared.piece(i)))
                        .toList());
    }

    private Exploration.Costs costs(Comparison.Result result, List<Dial> dials, BusiestParts parts, Progress searched) {
        Workload whole = comparison.workload();
        CostCurve asItIs = CostCurve.of(result.deployment().name(), result.outcome(), whole.duration(), terms);
        Workload part = parts.times(1, result.deployment());
        Question question = question(result).with(part);
        CostCurve untouched = part.duration().equals(whole.duration()) ? asItIs : curve(question);
        List<List<CostCurve>> turned = new ArrayList<>();
        for (Dial dial : dials) {
            turned.add(
                    dial.turns(result.deployment())
                            ? IntStream.range(0, dial.stops().size())
                                    .parallel()
                                    .mapToObj(stop -> stop == dial.asItIs()
                                            ? untouched
                                            : curve(dial.knob()
                                                    .turned(
                                                            question,
                                                            dial.stops()
                                                                    .get(stop)
                                                                    .orElseThrow())))
                                    .toList()
                            : List.of());
            searched.done(turned.size() / (double) dials.size());
        }
        return new Exploration.Costs(result.deployment(), asItIs, untouched, turned, new Billing(terms));
    }

    private Question question(Comparison.Result result) {
        return new Question(comparison.workload(), result.deployment(), comparison.measurements());
    }

    private CostCurve curve(Question question) {
        return CostCurve.of(
                question.deployment().name(),
                new Trial(terms, comparison.seed())
                        .run(question, Progress.SILENT)
                        .outcome(),
                question.workload().duration(),
                terms);
    }

    /** The busiest hour of the workload on every deployment, in their order; all of a workload that is no longer. */
    public List<Timeline> busiestHour() {
        Workload whole = comparison.workload();
        Workload withLead = whole.busiest(BUSIEST, LEAD);
        Duration shown = whole.duration().compareTo(BUSIEST) < 0 ? whole.duration() : BUSIEST;
        Duration period = shown.dividedBy(PERIODS);
        long before = withLead.duration().minus(shown).dividedBy(period);
        return comparison.results().parallelStream()
                .map(result -> Simulation.timeline(
                        withLead,
                        result.deployment(),
                        comparison.measurements().inTheCloud(),
                        terms.prices().rules(),
                        comparison.seed(),
                        period))
                .map(timeline -> timeline.part(before, PERIODS))
                .toList();
    }
}
