package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.simulation.Outcome;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** What the model says: what happens on average when the same world is lived through many times, and how far one time is from that. */
record Predicted(List<Outcome> outcomes) {

    /** Enough for a mean and for what one run may differ from it by. */
    private static final int TIMES = 64;

    Predicted {
        outcomes = List.copyOf(outcomes);
    }

    /** By a model that is given a seed each time, beginning with the first. */
    static Predicted of(LongFunction<Outcome> model, long firstSeed) {
        return new Predicted(
                LongStream.range(firstSeed, firstSeed + TIMES).mapToObj(model).toList());
    }

    double mean(ToDoubleFunction<Outcome> number) {
        return outcomes.stream().mapToDouble(number).average().orElseThrow();
    }

    /** The standard deviation of a number over the outcomes, which is the standard error of the one outcome that is observed. */
    double standardError(ToDoubleFunction<Outcome> number) {
        double mean = mean(number);
        double squares = outcomes.stream()
                .mapToDouble(outcome -> Math.pow(number.applyAsDouble(outcome) - mean, 2))
                .sum();
        return Math.sqrt(squares / (outcomes.size() - 1));
    }

    /** Of all outcomes together. */
    Histogram latencyMicros() {
        Histogram all = outcomes.getFirst().latencyMicros().copy();
        outcomes.stream().skip(1).forEach(outcome -> all.add(outcome.latencyMicros()));
        return all;
    }
}
