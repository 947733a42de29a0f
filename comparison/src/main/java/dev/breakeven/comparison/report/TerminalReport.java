package dev.breakeven.comparison.report;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.measurement.FirstCall;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Machine;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Timeline;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.WordUtils;

/** The comparison for a terminal of 100 columns, the verdict last, where the eye is. */
public final class TerminalReport {

    private static final int COLUMNS = 100;

    private TerminalReport() {}

    /**
     * The whole screen.
     *
     * @param busiest how the busiest time went on each deployment
     */
    public static String of(Comparison comparison, List<Timeline> busiest, Ink ink) {
        StringBuilder screen = new StringBuilder();
        block(screen, headline(comparison));
        block(screen, measured(comparison));
        block(screen, outcomes(comparison));
        block(screen, BusiestHour.of(comparison, busiest));
        comparison
                .results()
                .forEach(result -> block(
                        screen,
                        BillReport.table("bill of " + result.deployment().name(), result.bill())));
        block(screen, ink.faint(assumptions(comparison)));
        block(screen, ink.strong(String.join("\n", indented(Verdict.of(comparison)))));
        return screen.toString();
    }

    private static void block(StringBuilder screen, String block) {
        screen.append(block).append("\n\n");
    }

    static String headline(Comparison comparison) {
        StringBuilder headline = new StringBuilder(String.format(
                Locale.ROOT,
                "%s · %,d requests in %s, busiest second %d · %s prices of %s",
                comparison.workload().name(),
                comparison.requests(),
                days(comparison.workload().duration()),
                comparison.busiestSecond(),
                comparison.prices().region(),
                comparison.prices().date()));
        indented(comparison.workload().notes())
                .forEach(note -> headline.append("\n").append(note));
        return headline.toString();
    }

    private static String measured(Comparison comparison) {
        Measurements measured = comparison.measurements();
        Machine machine = measured.machine();
        TextTable table = new TextTable(2, "measured here", "", "start", "first call", "warm CPU", "wait", "answer");
        measured.function().ifPresent(host -> measuredRows(table, "as a function", host));
        measured.server().ifPresent(host -> measuredRows(table, "as a server", host));
        return table
                + String.format(
                        Locale.ROOT,
                        "\n on %d cores of %s, JDK %s, load %.1f%s",
                        machine.cores(),
                        machine.architecture(),
                        machine.jdk(),
                        machine.load(),
                        (measured.quick() ? "; a quick measurement" : "")
                                + (machine.wasBusy() ? "; it was busy otherwise" : ""));
    }

    private static void measuredRows(TextTable table, String name, HostMeasurement host) {
        for (RouteMeasurement route : host.routes()) {
            table.row(
                    name,
                    route.route(),
                    millis(median(host.starts())),
                    millis(median(
                            route.firstCalls().stream().map(FirstCall::wall).toList())),
                    cpu(route),
                    millis(Math.max(0, route.waits().median().toNanos() / 1e6)),
                    String.format(Locale.ROOT, "%,d B", route.responseBytes()));
        }
    }

    static String cpu(RouteMeasurement route) {
        double fixed = route.cpu().nanosFixed() * route.cpu().medianRatio() / 1e6;
        double perMegabyte = route.cpu().nanosPerByte() * route.cpu().medianRatio();
        String start =
                fixed < 1 ? String.format(Locale.ROOT, "%.2f ms", fixed) : String.format(Locale.ROOT, "%.1f ms", fixed);
        return perMegabyte == 0 ? start : start + String.format(Locale.ROOT, " + %.0f ms/MB", perMegabyte);
    }

    private static String outcomes(Comparison comparison) {
        TextTable table =
                new TextTable(1, "", "$/month", "p50", "p90", "p99", "p99.9", "failed", "cold", "capacity", "holds");
        for (Comparison.Result result : comparison.results()) {
            Outcome outcome = result.outcome();
            boolean functions = result.deployment() instanceof Deployment.Functions;
            table.row(
                    result.deployment().name(),
                    result.bill().total().toPlainString(),
                    millis(outcome.latencyMillis(50)),
                    millis(outcome.latencyMillis(90)),
                    millis(outcome.latencyMillis(99)),
                    millis(outcome.latencyMillis(99.9)),
                    failed(outcome),
                    functions ? String.format(Locale.ROOT, "%,d", outcome.coldStarts()) : "–",
                    capacity(result),
                    comparison.headroom(result).toString());
        }
        return table + intervals(comparison);
    }

    /** The share of requests that failed. */
    static String failed(Outcome outcome) {
        return String.format(Locale.ROOT, "%.2f %%", 100.0 * outcome.failures() / Math.max(1, outcome.requests()));
    }

    /** Environments or servers, from as few as there may be to as many as there were. */
    static String capacity(Comparison.Result result) {
        int least = switch (result.deployment()) {
            case Deployment.Functions functions -> functions.scaling().provisioned();
            case Deployment.Servers servers -> servers.group().instancesMin();
        };
        int peak = result.outcome().peakCapacity();
        return least == peak
                ? String.format(Locale.ROOT, "%,d", peak)
                : String.format(Locale.ROOT, "%,d – %,d", least, peak);
    }

    /** Below the table, if there was more than one seed. */
    private static String intervals(Comparison comparison) {
        StringBuilder lines = new StringBuilder();
        if (comparison.seeds() > 1) {
            for (Comparison.Result result : comparison.results()) {
                lines.append(String.format(
                        Locale.ROOT,
                        "%n over %d seeds, with 95 %% confidence: %s $%.2f to %.2f, p99 %s to %s",
                        comparison.seeds(),
                        result.deployment().name(),
                        result.dollars().low(),
                        result.dollars().high(),
                        millis(result.p99Millis().low()),
                        millis(result.p99Millis().high())));
            }
        }
        return lines.toString();
    }

    private static String assumptions(Comparison comparison) {
        TextTable table = new TextTable(2, "assumed, not measured", "value, and where it is from");
        for (Assumption assumption : comparison.assumptions()) {
            table.row(assumption.name(), assumption.value() + "; " + assumption.source());
        }
        return table.toString();
    }

    private static List<String> indented(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> " " + WordUtils.wrap(sentence, COLUMNS - 1, "\n   ", false))
                .toList();
    }

    static double median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get(sorted.size() / 2).toNanos() / 1e6;
    }

    static String days(Duration duration) {
        double days = duration.toSeconds() / 86_400.0;
        return days >= 2
                ? String.format(Locale.ROOT, "%.1f days", days)
                : String.format(Locale.ROOT, "%.1f hours", 24 * days);
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
    }
}
