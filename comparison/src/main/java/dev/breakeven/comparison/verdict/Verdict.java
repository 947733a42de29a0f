package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.quantity.Distribution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a comparison comes to, in sentences; one that hinges on an assumption gives the value at which it would flip. */
public final class Verdict {

    private Verdict() {}

    public static List<String> of(Comparison comparison) {
        List<String> sentences = new ArrayList<>();
        budgets(comparison, sentences);
        sentences.add(cost(comparison));
        comparison.breakEven().forEach(crossing -> sentences.add(breakEven(crossing)));
        sentences.add(holding(comparison));
        comparison.results().forEach(result -> edge(result, comparison.headroom(result), sentences));
        latency(comparison, sentences);
        resilience(comparison, sentences);
        return sentences;
    }

    /** Which one is recommended, and what each other misses. */
    private static void budgets(Comparison comparison, List<String> sentences) {
        if (comparison.budgets().isEmpty()) {
            return;
        }
        Optional<Comparison.Result> recommended = comparison.recommended();
        sentences.add(recommended
                .map(result -> result.deployment().name() + " is the cheapest that meets the budgets.")
                .orElse("No deployment meets the budgets."));
        for (Comparison.Result result : comparison.results()) {
            List<Budget> missed = comparison.missedBy(result);
            String name = result.deployment().name();
            if (!missed.isEmpty()) {
                sentences.add(missed.stream()
                        .map(budget -> budget.missedBy(result))
                        .collect(Collectors.joining(" and ", name + " ", ".")));
            } else if (!result.equals(recommended.orElseThrow())) {
                sentences.add(name + " meets them as well.");
            }
        }
    }

    /** Where a deployment gives way, if that is within what was tried. */
    private static void edge(Comparison.Result result, Headroom headroom, List<String> sentences) {
        String name = result.deployment().name();
        if (!headroom.more()) {
            sentences.add((headroom.times() == 0
                            ? name + " holds not even a thousandth of this crowd: "
                            : "Above " + headroom + " this crowd " + name + " gives way: ")
                    + String.join(", ", headroom.givesWay()) + ".");
        }
    }

    private static String cost(Comparison comparison) {
        Comparison.Result cheapest = comparison.cheapest();
        StringBuilder sentence = new StringBuilder(cheapest.deployment().name())
                .append(" costs $")
                .append(cheapest.bill().total().toPlainString())
                .append(" a month");
        for (Comparison.Result other : comparison.results()) {
            if (!other.equals(cheapest)) {
                BigDecimal saved = other.bill().total().subtract(cheapest.bill().total());
                sentence.append(", $")
                        .append(saved.toPlainString())
                        .append(" less than ")
                        .append(other.deployment().name());
            }
        }
        return sentence.append('.').toString();
    }

    private static String breakEven(BreakEven crossing) {
        return crossing.cheaper() + " is cheaper than " + crossing.than() + " below "
                + millions(crossing.requestsPerMonth()) + " requests a month of this shape.";
    }

    private static String holding(Comparison comparison) {
        List<String> fails = comparison.results().stream()
                .filter(result -> !Budget.OF_FAILURES.isMetBy(result))
                .map(result -> result.deployment().name())
                .toList();
        if (!fails.isEmpty()) {
            return String.join(" and ", fails) + " does not hold this crowd: more than 0.1 % of the requests fail.";
        }
        return comparison.results().size() == 1 ? "It holds this crowd." : "All of them hold this crowd.";
    }

    private static void latency(Comparison comparison, List<String> sentences) {
        for (Comparison.Result functions : comparison.results()) {
            for (Comparison.Result server : comparison.results()) {
                if (functions.deployment() instanceof Deployment.Functions front
                        && server.deployment() instanceof Deployment.Servers servers) {
                    sentences.add(sooner(functions, front, server, servers));
                }
            }
        }
    }

    /** Where the same front stands before both, what it adds makes no difference. */
    private static String sooner(
            Comparison.Result functions,
            Deployment.Functions front,
            Comparison.Result server,
            Deployment.Servers servers) {
        double serverMillis = server.outcome().latencyMillis(50);
        double functionMillis = functions.outcome().latencyMillis(50);
        boolean serverIsSooner = serverMillis <= functionMillis;
        String names = (serverIsSooner ? server : functions).deployment().name()
                + " answers sooner than "
                + (serverIsSooner ? functions : server).deployment().name()
                + " by "
                + millis(Math.abs(functionMillis - serverMillis))
                + " (p50)";
        if (servers.front() == front.front() || !(front.frontLatency() instanceof Distribution.Fixed gateway)) {
            return names + ".";
        }
        double gatewayMillis = gateway.value() / 1e6;
        double flip = gatewayMillis + serverMillis - functionMillis;
        if (flip <= 0) {
            return names + " whatever the front adds (assumed: " + millis(gatewayMillis) + ").";
        }
        return names + " as long as the front adds " + (serverIsSooner ? "over " : "under ") + millis(flip)
                + " (assumed: " + millis(gatewayMillis) + ").";
    }

    private static void resilience(Comparison comparison, List<String> sentences) {
        List<String> single = comparison.results().stream()
                .map(Comparison.Result::deployment)
                .filter(deployment ->
                        deployment instanceof Deployment.Servers servers && servers.survivesInstances() == 0)
                .map(Deployment::name)
                .toList();
        boolean functions =
                comparison.results().stream().anyMatch(result -> result.deployment() instanceof Deployment.Functions);
        if (!single.isEmpty()) {
            sentences.add("The single instance of " + String.join(" or ", single) + " does not survive a failure"
                    + (functions ? "; the functions do." : "."));
        }
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    /** As sentences have it. */
    public static String millions(long requests) {
        return requests < 1_000_000
                ? String.format(Locale.ROOT, "%,d", requests / 1000 * 1000)
                : String.format(Locale.ROOT, "%.2f million", requests / 1e6);
    }
}
