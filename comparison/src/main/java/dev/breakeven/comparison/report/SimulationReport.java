package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Failure;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.workload.Workload;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * One simulated deployment, as a table for a terminal and as {@code simulate/1}: the deployment of {@code compare/1} without
 * the bill, and how fast the simulation was.
 *
 * @param kind of deployment, as in {@code functions}
 * @param wallSeconds from the first arrival to the last completion, on one thread
 * @param assumptions what the user left to us, and where it is from
 */
public record SimulationReport(
        String kind, Workload workload, long seed, Outcome outcome, double wallSeconds, List<Assumption> assumptions) {

    public SimulationReport {
        assumptions = List.copyOf(assumptions);
    }

    public byte[] json() {
        ObjectNode root = JsonDocument.begin("simulate/1");
        OutcomeJson.fill(root, kind, outcome);
        root.put("coldShare", coldShare());
        root.put("utilisation", utilisation());
        root.put("simulatedRequests", outcome.requests());
        root.put("wallSeconds", wallSeconds);
        root.put("requestsPerSecond", requestsPerSecond());
        root.put("seed", seed);
        root.putObject("workload")
                .put("name", workload.name())
                .put("requests", outcome.requests())
                .put("durationSeconds", workload.duration().toNanos() / 1e9)
                .put("peakPerSecond", outcome.busiestSecond());
        ArrayNode notes = root.withObject("/workload").putArray("notes");
        workload.notes().forEach(notes::add);
        ArrayNode assumed = root.putArray("assumptions");
        assumptions.forEach(assumption -> assumed.addObject()
                .put("name", assumption.name())
                .put("value", assumption.value())
                .put("source", assumption.source()));
        return JsonDocument.bytes(root);
    }

    public String text() {
        TextTable table = new TextTable(1, kind, "")
                .row("requests", String.format(Locale.ROOT, "%,d", outcome.requests()))
                .row("failed", failed());
        for (Failure cause : Failure.values()) {
            long count = outcome.failures(cause);
            if (count > 0) {
                table.row(
                        "  " + cause.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        String.format(Locale.ROOT, "%,d", count) + status(cause));
            }
        }
        for (String percentile : List.of("50", "90", "99", "99.9")) {
            table.row("p" + percentile, millis(outcome.latencyMillis(Double.parseDouble(percentile))));
        }
        table.row("max", millis(outcome.latencyMicros().getMaxValue() / 1000.0));
        if (outcome.consumption() instanceof Consumption.OfFunctions) {
            table.row(
                    "cold starts", String.format(Locale.ROOT, "%,d, %.3f %%", outcome.coldStarts(), 100 * coldShare()));
        }
        table.row("peak capacity", String.format(Locale.ROOT, "%,d", outcome.peakCapacity()))
                .row("mean capacity", String.format(Locale.ROOT, "%,.2f", outcome.meanCapacity()))
                .row("mean busy", String.format(Locale.ROOT, "%,.2f", outcome.meanBusy()))
                .row("utilisation", String.format(Locale.ROOT, "%.2f %%", 100 * utilisation()))
                .row("simulated in", String.format(Locale.ROOT, "%.3f s", wallSeconds))
                .row("speed", String.format(Locale.ROOT, "%,.0f requests/s", requestsPerSecond()));
        TextTable assumed = new TextTable(2, "assumed, not given", "value, and where it is from");
        assumptions.forEach(
                assumption -> assumed.row(assumption.name(), assumption.value() + "; " + assumption.source()));
        StringBuilder noticed = new StringBuilder();
        workload.notes().forEach(note -> noticed.append(' ').append(note).append('\n'));
        return noticed + (noticed.isEmpty() ? "" : "\n") + table + "\n\n" + assumed + "\n";
    }

    private String status(Failure cause) {
        OptionalInt status = CallerStatus.of(outcome.consumption(), cause);
        return status.isPresent() ? ", status " + status.getAsInt() : "";
    }

    /** Of the requests that something was run for. */
    private double coldShare() {
        return outcome.served() == 0 ? 0 : outcome.coldStarts() / (double) outcome.served();
    }

    /** Busy over capacity, both averaged over time. */
    private double utilisation() {
        return outcome.meanCapacity() == 0 ? 0 : outcome.meanBusy() / outcome.meanCapacity();
    }

    private double requestsPerSecond() {
        return outcome.requests() / Math.max(1e-9, wallSeconds);
    }

    private String failed() {
        return String.format(
                Locale.ROOT,
                "%,d, %.3f %%",
                outcome.failures(),
                100.0 * outcome.failures() / Math.max(1, outcome.requests()));
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%,.3f ms", millis);
    }
}
