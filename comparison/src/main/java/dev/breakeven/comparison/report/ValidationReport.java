package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.validation.Check;
import dev.breakeven.comparison.validation.Noise;
import dev.breakeven.comparison.validation.Validation;
import java.util.List;
import java.util.Locale;

/** Predictions and observations side by side: as {@code validation/1}, and for a terminal with a chart of the latencies. */
public final class ValidationReport {

    private ValidationReport() {}

    public static byte[] json(Validation validation) {
        ObjectNode root = JsonDocument.begin("validation/1");
        root.put("noisy", validation.isNoisy());
        ArrayNode runs = root.putArray("runs");
        validation.runs().forEach(run -> fill(runs.addObject(), run));
        return JsonDocument.bytes(root);
    }

    private static void fill(ObjectNode node, Validation.Run run) {
        node.put("service", run.service());
        node.put("deployment", run.deployment());
        node.put("world", run.world());
        node.put("requests", run.observed().requests());
        node.put("noisy", run.isNoisy());
        node.put("attempts", run.attempts());
        node.put("cpuMillisBefore", run.noise().cpuMillisBefore());
        node.put("cpuMillisAfter", run.noise().cpuMillisAfter());
        node.put("callersLateMillis", run.noise().callersLateMillis());
        fill(node.putArray("checks"), run.checks());
        ArrayNode faults = node.putArray("faults");
        run.faulty().forEach((fault, checks) -> {
            List<String> outside = outside(checks);
            ArrayNode by = faults.addObject()
                    .put("fault", fault.option())
                    .put("found", !outside.isEmpty())
                    .putArray("by");
            outside.forEach(by::add);
        });
    }

    private static void fill(ArrayNode node, List<Check> checks) {
        for (Check check : checks) {
            node.addObject()
                    .put("name", check.name())
                    .put("predicted", check.predicted())
                    .put("observed", check.observed())
                    .put("band", check.band())
                    .put("bandAbsolute", check.bandAbsolute())
                    .put("standardErrors3", check.standardErrors3())
                    .put("within", check.within());
        }
    }

    /** The names of the checks that fail. */
    private static List<String> outside(List<Check> checks) {
        return checks.stream().filter(check -> !check.within()).map(Check::name).toList();
    }

    public static String text(Validation validation) {
        StringBuilder screen = new StringBuilder();
        for (Validation.Run run : validation.runs()) {
            screen.append(heading(run)).append("\n\n");
            screen.append(checks(run)).append('\n').append(faults(run)).append('\n');
            screen.append(LatencyChart.of(run.predictedMicros(), run.observed().latencyMicros()))
                    .append("\n\n");
        }
        return screen.append(verdict(validation)).append('\n').toString();
    }

    private static String heading(Validation.Run run) {
        return String.format(
                Locale.ROOT,
                "%s on %s · %,d requests%n %s",
                run.service(),
                run.deployment(),
                run.observed().requests(),
                run.world().replace("; ", "\n "));
    }

    private static String checks(Validation.Run run) {
        TextTable table = new TextTable(1, "", "predicted", "observed", "off by", "allowed", "");
        for (Check check : run.checks()) {
            table.row(
                    check.name(),
                    number(check, check.predicted()),
                    number(check, check.observed()),
                    number(check, check.predicted() - check.observed()),
                    "± " + number(check, check.allowed()),
                    check.within() ? "ok" : "OUTSIDE");
        }
        Noise noise = run.noise();
        table.row(
                "CPU per request",
                millis(noise.cpuMillisBefore()),
                millis(noise.cpuMillisAfter()),
                String.format(Locale.ROOT, "%.1f %%", 100 * noise.change()),
                String.format(Locale.ROOT, "± %.0f %%", 100 * Noise.CHANGE_MAX),
                noise.isCpuTooFarOff() ? "TOO NOISY" : "before, after");
        table.row(
                "callers late",
                "",
                millis(noise.callersLateMillis()),
                "",
                String.format(Locale.ROOT, "%.0f ms", Noise.LATE_MILLIS_MAX),
                noise.isLate() ? "TOO NOISY" : "at p99");
        return table.toString();
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.2f ms", value);
    }

    /** What the same observation says of models that are wrong. */
    private static String faults(Validation.Run run) {
        StringBuilder lines = new StringBuilder();
        run.faulty().forEach((fault, checks) -> {
            List<String> outside = outside(checks);
            String found =
                    outside.isEmpty() ? "would NOT be noticed" : "would be outside at " + String.join(", ", outside);
            lines.append(" With ")
                    .append(fault.words())
                    .append(", the model ")
                    .append(found)
                    .append('\n');
        });
        return lines.toString();
    }

    private static String number(Check check, double value) {
        return switch (check.name()) {
            case "p50", "p90", "p99" -> String.format(Locale.ROOT, "%.1f ms", value);
            case "bill" -> String.format(Locale.ROOT, "$%.2f", value);
            case "billed-seconds" -> String.format(Locale.ROOT, "%.1f s", value);
            case "instances" -> String.format(Locale.ROOT, "%.2f", value);
            default -> String.format(Locale.ROOT, "%,.1f", value);
        };
    }

    private static String verdict(Validation validation) {
        long outside = validation.runs().stream()
                .filter(run -> !run.isNoisy() && !run.isWithin())
                .count();
        if (outside > 0) {
            return " The model is wrong, or the measurement: " + outside + " of "
                    + validation.runs().size() + " predictions did not come true.";
        }
        if (validation.isNoisy()) {
            return " The machine was too noisy to say: CPU time per request changed from before to after, or callers were"
                    + " late.";
        }
        return " What was predicted came true.";
    }
}
