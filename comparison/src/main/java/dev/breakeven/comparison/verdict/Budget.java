package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.comparison.simulation.Failure;
import dev.breakeven.comparison.simulation.Outcome;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The most that a deployment may cost, or keep its callers waiting, or fail them. Written as {@code total<=30},
 * {@code p99<=500ms} or {@code lambda-rest-api:failed<=0.1%}, or with a colon that no shell takes for a redirection, as in
 * {@code total:30}; without a name it is for whichever deployment is recommended. Seen is what the first seed's run gave.
 *
 * @param deployment whom it is for alone
 * @param limit in dollars, milliseconds or percent, as the metric has it
 * @param written as the user wrote it
 */
public record Budget(Optional<String> deployment, Metric metric, double limit, String written) {

    /** Failures where no budget says how many there may be. */
    static final Budget OF_FAILURES =
            new Budget(Optional.empty(), Metric.FAILED, 100.0 / Trial.ONE_FAILURE_IN, "failed<=0.1%");

    private static final Pattern FORM =
            Pattern.compile("(?:(?<name>[^:<]+):)?(?<metric>[a-z0-9.]+)(?:<=|:)(?<limit>.+)");

    /** What a budget limits. */
    public enum Metric {
        /** Dollars a month. */
        TOTAL("total", "30"),
        P50("p50", "100ms"),
        P90("p90", "200ms"),
        P99("p99", "500ms"),
        P99_9("p99.9", "1s"),
        MAX("max", "5s"),
        /** Percent of all requests. */
        FAILED("failed", "0.1%"),
        /** Percent of all requests. */
        COLD("cold", "1%");

        private final String word;
        private final String example;

        Metric(String word, String example) {
            this.word = word;
            this.example = example;
        }

        private double of(Comparison.Result result) {
            Outcome outcome = result.outcome();
            double requests = Math.max(1, outcome.requests());
            return switch (this) {
                case TOTAL -> result.bill().total().doubleValue();
                case P50 -> millis(outcome, 50);
                case P90 -> millis(outcome, 90);
                case P99 -> millis(outcome, 99);
                case P99_9 -> millis(outcome, 99.9);
                case MAX -> millis(outcome, 100);
                case FAILED -> 100 * outcome.failures() / requests;
                case COLD -> 100 * outcome.coldStarts() / requests;
            };
        }

        /** Where nobody is answered, nobody's answer comes in time. */
        private static double millis(Outcome outcome, double percentile) {
            return outcome.answered() == 0 && outcome.requests() > 0
                    ? Double.POSITIVE_INFINITY
                    : outcome.latencyMillis(percentile);
        }

        private double limit(String text) {
            return switch (this) {
                case TOTAL -> new BigDecimal(text).doubleValue();
                case P50, P90, P99, P99_9, MAX -> DurationFormat.parse(text).toNanos() / 1e6;
                case FAILED, COLD -> {
                    if (!text.endsWith("%")) {
                        throw new IllegalArgumentException("'" + text + "' is no percentage");
                    }
                    yield new BigDecimal(text.substring(0, text.length() - 1)).doubleValue();
                }
            };
        }

        private String amount(double value) {
            return switch (this) {
                case TOTAL -> String.format(Locale.ROOT, "$%.2f", value);
                case P50, P90, P99, P99_9, MAX ->
                    String.format(Locale.ROOT, value < 10 ? "%.1f ms" : "%,.0f ms", value);
                case FAILED, COLD -> String.format(Locale.ROOT, "%.2f %%", value);
            };
        }
    }

    /**
     * Reads a budget.
     *
     * @param deployments that are compared
     */
    public static Budget parse(String text, List<String> deployments) throws BadInputException {
        Matcher matcher = FORM.matcher(text.replace(" ", ""));
        Optional<Metric> metric = Arrays.stream(Metric.values())
                .filter(one -> matcher.matches() && one.word.equals(matcher.group("metric")))
                .findFirst();
        if (metric.isEmpty()) {
            throw new BadInputException(
                    "--budget takes what is limited, <= or a colon, and the limit, not '" + text + "': "
                            + Arrays.stream(Metric.values())
                                    .map(one -> one.word + "<=" + one.example)
                                    .collect(Collectors.joining(", "))
                            + ", each also for one deployment alone, as in lambda-rest-api:failed<=0.1%.");
        }
        Optional<String> name = Optional.ofNullable(matcher.group("name"));
        if (name.isPresent() && !deployments.contains(name.get())) {
            throw new BadInputException("--budget '" + text + "': " + name.get() + " is not compared; "
                    + String.join(", ", deployments) + " are.");
        }
        double limit;
        try {
            limit = metric.get().limit(matcher.group("limit"));
        } catch (IllegalArgumentException refused) {
            limit = Double.NaN;
        }
        if (!(limit >= 0) || Double.isInfinite(limit)) {
            throw new BadInputException("--budget '" + text + "': " + matcher.group("limit") + " is no limit of "
                    + metric.get().word + "; one like " + metric.get().example + " is.");
        }
        return new Budget(name, metric.get(), limit, text);
    }

    public boolean isFor(String name) {
        return deployment.map(name::equals).orElse(true);
    }

    public boolean isMetBy(Comparison.Result result) {
        return metric.of(result) <= limit;
    }

    /** Whether it is about what callers notice, and not about what that costs. */
    public boolean isOfService() {
        return metric != Metric.TOTAL;
    }

    /** By how much it is missed, as a clause that can follow the deployment's name. */
    public String missedBy(Comparison.Result result) {
        double seen = metric.of(result);
        return Double.isInfinite(seen)
                ? "misses " + written + ", as nobody is answered"
                : "misses " + written + " by " + metric.amount(seen - limit) + " (" + metric.amount(seen) + ")";
    }

    /** The same as what is seen when a crowd grows too large. */
    String seenIn(Comparison.Result result) {
        if (metric == Metric.FAILED) {
            return metric.amount(metric.of(result)) + " of the requests fail" + mostly(result.outcome());
        }
        double seen = metric.of(result);
        return Double.isInfinite(seen) ? "nobody is answered" : metric.word + " is " + metric.amount(seen);
    }

    /** The cause of the most failures. */
    private static String mostly(Outcome outcome) {
        return Arrays.stream(Failure.values())
                .max(Comparator.comparingLong((Failure cause) -> outcome.failures(cause)))
                .filter(cause -> outcome.failures(cause) > 0)
                .map(cause -> " (" + cause.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")")
                .orElse("");
    }
}
