package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is compared of a prediction and an observation, and how close they have to be: 10 % at the median, in usage and in the
 * bill, 25 % in the tail, 15 % or one in what is counted; or three standard errors of one run.
 */
final class Checks {

    private static final double MEDIAN_BAND = 0.10;
    private static final double TAIL_BAND = 0.25;
    private static final double COUNT_BAND = 0.15;
    private static final double USAGE_BAND = 0.10;
    private static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

    private final Billing billing;
    private final Duration over;

    /** @param over how long a run takes */
    Checks(Billing billing, Duration over) {
        this.billing = billing;
        this.over = over;
    }

    /** One number of an outcome, and how far a prediction of it may be off. */
    record Figure(String name, double band, double bandAbsolute, ToDoubleFunction<Outcome> of) {}

    List<Check> of(Predicted predicted, Outcome observed) {
        return numbers(observed.consumption()).stream()
                .map(number -> new Check(
                        number.name(),
                        predicted.mean(number.of()),
                        number.of().applyAsDouble(observed),
                        number.band(),
                        number.bandAbsolute(),
                        3 * predicted.standardError(number.of())))
                .toList();
    }

    List<Figure> numbers(Consumption consumption) {
        List<Figure> numbers = new ArrayList<>();
        numbers.add(new Figure("p50", MEDIAN_BAND, 0, outcome -> outcome.latencyMillis(50)));
        numbers.add(new Figure("p90", TAIL_BAND, 0, outcome -> outcome.latencyMillis(90)));
        numbers.add(new Figure("p99", TAIL_BAND, 0, outcome -> outcome.latencyMillis(99)));
        if (consumption instanceof Consumption.OfFunctions) {
            numbers.add(new Figure("cold-starts", COUNT_BAND, 1, outcome -> (double) outcome.coldStarts()));
        }
        numbers.add(new Figure("peak-capacity", COUNT_BAND, 1, Outcome::peakCapacity));
        numbers.add(new Figure("failures", COUNT_BAND, 1, outcome -> (double) outcome.failures()));
        numbers.add(
                switch (consumption) {
                    case Consumption.OfFunctions functions ->
                        new Figure("billed-seconds", USAGE_BAND, 0, Checks::billedSeconds);
                    case Consumption.OfServers servers -> new Figure("instances", USAGE_BAND, 0, Checks::instances);
                });
        numbers.add(new Figure("bill", USAGE_BAND, 0, this::dollars));
        return numbers;
    }

    private static double billedSeconds(Outcome outcome) {
        return outcome.consumption() instanceof Consumption.OfFunctions used ? used.billedMillis() / 1e3 : 0;
    }

    /** From their launch on, as they are billed. */
    private static double instances(Outcome outcome) {
        return outcome.consumption() instanceof Consumption.OfServers used ? used.instances() : 0;
    }

    /** Of a month that goes on like the run. */
    private double dollars(Outcome outcome) {
        Bill bill = billing.month(outcome.consumption().month(over, HOURS_PER_MONTH));
        return bill.total().doubleValue();
    }
}
