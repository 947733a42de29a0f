package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.bill.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One question with its knobs at every value of each of some axes, and what came of it. Of each choice of the others' values there
 * is the cheapest, the fastest and the balanced one, by the rules of AWS Lambda Power Tuning with its default weight of one half
 * (github.com/alexcasalboni/aws-lambda-power-tuning, lambda/analyzer.js of 2026-04-13): the balanced one has the least sum of
 * its cost over the highest cost and its time over the longest time, and of two that are as good in the one, the better in the other
 * wins. Where that tool takes the price and the duration of calls, this takes the whole bill and what callers wait on average.
 *
 * @param points by the last axis first: the first one's values change fastest
 */
public record Sweep(Question question, Terms terms, long seed, List<Axis> axes, List<Point> points) {

    private static final long BYTES_PER_MEGABYTE = 1 << 20;

    /**
     * What came of one run.
     *
     * @param at the value of each axis's knob
     * @param monthly the total of a month's bill
     * @param perMillion dollars for a million requests, exact amounts, to a millionth of a dollar
     * @param meanMillis of answered requests, and likewise the percentiles
     */
    public record Point(
            List<BigDecimal> at,
            long requests,
            BigDecimal monthly,
            BigDecimal perMillion,
            double meanMillis,
            double p50Millis,
            double p90Millis,
            double p99Millis,
            long coldStarts,
            long failures) {

        private static final int PER_MILLION_DIGITS = 6;

        public Point {
            at = List.copyOf(at);
        }

        static Point of(List<BigDecimal> at, Trial.Result result) {
            return new Point(
                    at,
                    result.outcome().requests(),
                    result.bill().total(),
                    result.dollarsPerMillion().setScale(PER_MILLION_DIGITS, RoundingMode.HALF_UP),
                    Math.round(result.outcome().latencyMicros().getMean()) / 1e3,
                    result.outcome().latencyMillis(50),
                    result.outcome().latencyMillis(90),
                    result.outcome().latencyMillis(99),
                    result.outcome().coldStarts(),
                    result.outcome().failures());
        }

        public boolean holds() {
            return Trial.holds(failures, requests);
        }
    }

    /**
     * The best of the choices where what is no choice has some values.
     *
     * @param given those values, in the order of the axes that are no choices
     */
    public record Best(List<BigDecimal> given, Point cheapest, Point fastest, Point balanced) {}

    public Sweep {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }

    /** For each combination of what is no choice, in which anything holds: empty if there is nothing to choose. */
    public List<Best> best() {
        if (axes.stream()
                .noneMatch(axis -> axis.knob().isChoice() && axis.values().size() > 1)) {
            return List.of();
        }
        Map<List<BigDecimal>, List<Point>> groups = points.stream()
                .filter(point -> point.holds() && fits(point))
                .collect(Collectors.groupingBy(this::given, LinkedHashMap::new, Collectors.toList()));
        List<Best> best = new ArrayList<>();
        groups.forEach((given, choices) -> best.add(best(given, choices)));
        return best;
    }

    private static Best best(List<BigDecimal> given, List<Point> choices) {
        Comparator<Point> byCost = Comparator.comparing(Point::perMillion);
        Comparator<Point> byTime = Comparator.comparingDouble(Point::meanMillis);
        double costMax = choices.stream().max(byCost).orElseThrow().perMillion().doubleValue();
        double timeMax = choices.stream().max(byTime).orElseThrow().meanMillis();
        Comparator<Point> byBoth = Comparator.comparingDouble(
                point -> part(point.perMillion().doubleValue(), costMax) + part(point.meanMillis(), timeMax));
        return new Best(
                given,
                choices.stream().min(byCost.thenComparing(byTime)).orElseThrow(),
                choices.stream().min(byTime.thenComparing(byCost)).orElseThrow(),
                choices.stream().min(byBoth).orElseThrow());
    }

    /** Where all of it is free, or takes no time, it makes no difference. */
    private static double part(double of, double most) {
        return most == 0 ? 0 : of / most;
    }

    /** The values of what is no choice. */
    List<BigDecimal> given(Point point) {
        List<BigDecimal> given = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            if (!axes.get(i).knob().isChoice()) {
                given.add(point.at().get(i));
            }
        }
        return given;
    }

    /** Whether the function has at least as much memory as its process held when it was measured, if that is known. */
    public boolean fits(Point point) {
        return valueOf(Knob.MEMORY, point)
                .map(megabytes -> megabytes.longValueExact() >= megabytesHeld())
                .orElse(true);
    }

    /** The most that the function's process held resident, begun megabytes counted whole; 0 if nobody knows. */
    public long megabytesHeld() {
        return question.measured()
                .function()
                .map(host -> Math.ceilDiv(host.memoryBytesPeak(), BYTES_PER_MEGABYTE))
                .orElse(0L);
    }

    public Optional<BigDecimal> valueOf(Knob knob, Point point) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).knob() == knob) {
                return Optional.of(point.at().get(i));
            }
        }
        return Optional.empty();
    }
}
