package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What is compared of a prediction and an observation, and how close they have to be: 10 % at the median, in usage and in the
 * bill, 25 % in the tail, 15 % or one in what is counted; or three standard errors of what was observed.
 */
final class Checks {

    private static final double MEDIAN_BAND = 0.10;
    private static final double TAIL_BAND = 0.25;
    private static final double COUNT_BAND = 0.15;
    private static final double USAGE_BAND = 0.10;
    private static final double HOURS_PER_MONTH = 730;

    private final Billing billing;

    Checks(Billing billing) {
        this.billing = billing;
    }

    List<Check> of(Outcome predicted, Outcome observed, Duration over) {
        List<Check> checks = new ArrayList<>();
        checks.add(latency("p50", 50, MEDIAN_BAND, predicted, observed));
        checks.add(latency("p90", 90, TAIL_BAND, predicted, observed));
        checks.add(latency("p99", 99, TAIL_BAND, predicted, observed));
        if (observed.consumption() instanceof Consumption.OfFunctions) {
            checks.add(count("cold-starts", (double) predicted.coldStarts(), (double) observed.coldStarts()));
        }
        checks.add(new Check("peak-capacity", predicted.peakCapacity(), observed.peakCapacity(), COUNT_BAND, 1, 0));
        checks.add(count("failures", (double) predicted.failures(), (double) observed.failures()));
        checks.add(usage(predicted, observed));
        checks.add(new Check("bill", dollars(predicted, over), dollars(observed, over), USAGE_BAND, 0, 0));
        return checks;
    }

    private static Check latency(String name, double percentile, double band, Outcome predicted, Outcome observed) {
        return new Check(
                name,
                predicted.latencyMillis(percentile),
                observed.latencyMillis(percentile),
                band,
                0,
                standardErrors3(observed.latencyMicros(), percentile) / 1e3);
    }

    /** How far a percentile of the sample moves, at the most, when its rank is moved by three standard errors. */
    private static double standardErrors3(Histogram sample, double percentile) {
        double share = percentile / 100;
        double reach = 3 * Math.sqrt(share * (1 - share) / Math.max(1, sample.getTotalCount()));
        double middle = sample.getValueAtPercentile(percentile);
        double below = sample.getValueAtPercentile(100 * Math.max(0, share - reach));
        double above = sample.getValueAtPercentile(100 * Math.min(1, share + reach));
        return Math.max(middle - below, above - middle);
    }

    private static Check count(String name, double predicted, double observed) {
        return new Check(name, predicted, observed, COUNT_BAND, 1, 3 * Math.sqrt(observed));
    }

    private static Check usage(Outcome predicted, Outcome observed) {
        return switch (observed.consumption()) {
            case Consumption.OfFunctions seen ->
                new Check("billed-seconds", billedSeconds(predicted), seen.billedMillis() / 1e3, USAGE_BAND, 0, 0);
            case Consumption.OfServers seen ->
                new Check("instances", predicted.meanCapacity(), observed.meanCapacity(), USAGE_BAND, 0, 0);
        };
    }

    private static double billedSeconds(Outcome predicted) {
        return predicted.consumption() instanceof Consumption.OfFunctions used ? used.billedMillis() / 1e3 : 0;
    }

    /** Of a month that goes on like the run. */
    private double dollars(Outcome outcome, Duration over) {
        Bill bill = billing.month(outcome.consumption().month(over, BigDecimal.valueOf(HOURS_PER_MONTH)));
        return bill.total().doubleValue();
    }
}
