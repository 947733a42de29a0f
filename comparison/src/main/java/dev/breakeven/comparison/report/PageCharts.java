package dev.breakeven.comparison.report;

import dev.breakeven.comparison.page.Chart;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Timeline;
import dev.breakeven.comparison.verdict.BreakEven;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Exploration;
import dev.breakeven.comparison.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What the page of a comparison draws. */
final class PageCharts {

    /** As many as can be told apart. */
    static final int TONES = 8;

    private static final long REQUESTS_FROM = 10_000;
    private static final long REQUESTS_TO = 1_000_000_000;

    /** One request in so many, for which the latency is drawn; a chart of fewer requests ends earlier. */
    private static final List<Integer> ONE_IN =
            List.of(2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000, 10_000, 100_000);

    private final Comparison comparison;
    private final Exploration exploration;
    private final List<Timeline> busiest;

    PageCharts(Comparison comparison, Exploration exploration, List<Timeline> busiest) {
        this.comparison = comparison;
        this.exploration = exploration;
        this.busiest = busiest;
    }

    static int tone(int deployment) {
        return deployment % TONES;
    }

    /** Numbers of requests a month: of each power of ten one, two and five times, and those of the workload. */
    static List<Long> requests(long asItIs) {
        return LongStream.concat(
                        LongStream.iterate(REQUESTS_FROM, ten -> ten <= REQUESTS_TO, ten -> 10 * ten)
                                .flatMap(ten -> LongStream.of(ten, 2 * ten, 5 * ten))
                                .filter(requests -> requests <= REQUESTS_TO),
                        LongStream.of(asItIs))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    List<Chart> all(long requestsInMonth) {
        List<Chart> charts = new ArrayList<>();
        charts.add(cost(requestsInMonth));
        charts.add(new Chart(
                "arrivals",
                minutes(),
                Chart.Axis.linear("requests per second"),
                List.of(series(
                        "requests", 0, busiest.getFirst(), Chart.Shape.LINE, part -> part.arrived() / seconds()))));
        charts.add(new Chart(
                "capacity", minutes(), Chart.Axis.linear("running"), each(Chart.Shape.STEPS, Timeline.Part::capacity)));
        charts.add(new Chart(
                "p99",
                minutes(),
                Chart.Axis.logarithmic("milliseconds"),
                each(Chart.Shape.LINE, Timeline.Part::p99Millis)));
        if (sum(Timeline.Part::failed) > 0) {
            charts.add(counted("failures", "failed", Timeline.Part::failed));
        }
        if (sum(Timeline.Part::coldStarts) > 0) {
            charts.add(counted("cold-starts", "cold starts", Timeline.Part::coldStarts));
        }
        charts.add(latency());
        return charts;
    }

    private long sum(ToDoubleFunction<Timeline.Part> counted) {
        return Math.round(busiest.stream()
                .flatMap(timeline -> timeline.parts().stream())
                .mapToDouble(counted)
                .sum());
    }

    private Chart cost(long asItIs) {
        List<Chart.Series> series = new ArrayList<>();
        List<Exploration.Costs> costs = exploration.deployments();
        for (int i = 0; i < costs.size(); i++) {
            Exploration.Costs of = costs.get(i);
            series.add(new Chart.Series(
                    of.deployment().name(),
                    tone(i),
                    Chart.Shape.LINE,
                    requests(asItIs).stream()
                            .map(requests -> new Chart.Point(
                                    requests, positive(of.curve().bill(requests).total())))
                            .toList()));
        }
        List<Chart.Mark> marks = new ArrayList<>();
        marks.add(new Chart.Mark(asItIs, "this workload"));
        for (BreakEven crossing : comparison.breakEven()) {
            if (crossing.requestsPerMonth() >= REQUESTS_FROM && crossing.requestsPerMonth() <= REQUESTS_TO) {
                marks.add(new Chart.Mark(
                        crossing.requestsPerMonth(),
                        Verdict.millions(crossing.requestsPerMonth()) + ": as dear as " + crossing.than()));
            }
        }
        return new Chart(
                "cost",
                Chart.Axis.logarithmic("requests per month"),
                Chart.Axis.logarithmic("dollars per month"),
                series,
                marks);
    }

    /** Nothing has no place on a logarithmic axis. */
    private static double positive(BigDecimal dollars) {
        return dollars.signum() > 0 ? dollars.doubleValue() : Double.NaN;
    }

    private Chart latency() {
        List<Chart.Series> series = new ArrayList<>();
        List<Comparison.Result> results = comparison.results();
        for (int i = 0; i < results.size(); i++) {
            Outcome outcome = results.get(i).outcome();
            series.add(new Chart.Series(
                    results.get(i).deployment().name(),
                    tone(i),
                    Chart.Shape.LINE,
                    ONE_IN.stream()
                            .filter(oneIn -> oneIn <= outcome.answered())
                            .map(oneIn -> new Chart.Point(oneIn, outcome.latencyMillis(100 - 100.0 / oneIn)))
                            .toList()));
        }
        return new Chart(
                "latency",
                Chart.Axis.logarithmic("one request in so many takes longer"),
                Chart.Axis.logarithmic("milliseconds"),
                series);
    }

    /** Bars for those only that have any. */
    private Chart counted(String id, String name, ToDoubleFunction<Timeline.Part> value) {
        return new Chart(
                id,
                minutes(),
                Chart.Axis.linear(name),
                each(Chart.Shape.BARS, value).stream()
                        .filter(series -> series.points().stream().anyMatch(point -> point.y() > 0))
                        .toList());
    }

    private List<Chart.Series> each(Chart.Shape shape, ToDoubleFunction<Timeline.Part> value) {
        return IntStream.range(0, busiest.size())
                .mapToObj(i ->
                        series(comparison.results().get(i).deployment().name(), tone(i), busiest.get(i), shape, value))
                .toList();
    }

    private Chart.Series series(
            String name, int tone, Timeline timeline, Chart.Shape shape, ToDoubleFunction<Timeline.Part> value) {
        double minutes = seconds() / 60;
        List<Timeline.Part> parts = timeline.parts();
        return new Chart.Series(
                name,
                tone,
                shape,
                IntStream.range(0, parts.size())
                        .mapToObj(i -> new Chart.Point((i + 0.5) * minutes, value.applyAsDouble(parts.get(i))))
                        .toList());
    }

    private static Chart.Axis minutes() {
        return Chart.Axis.linear("minutes");
    }

    double seconds() {
        return busiest.getFirst().period().toNanos() / 1e9;
    }
}
