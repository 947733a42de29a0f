package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.simulation.Failure;
import dev.breakeven.comparison.simulation.Outcome;
import java.util.List;
import java.util.Locale;

/** What callers of one deployment saw and how much of it was there, as every document has it. */
final class OutcomeJson {

    private OutcomeJson() {}

    static void fill(ObjectNode node, String name, Outcome outcome) {
        node.put("name", name);
        ObjectNode requests = node.putObject("requests");
        requests.put("total", outcome.requests());
        requests.put("ok", outcome.answered());
        requests.put("failed", outcome.failures());
        failedBy(requests.putObject("failedBy"), outcome);
        statusOf(requests.putObject("statusOf"), outcome);
        ObjectNode latency = node.putObject("latencyMillis");
        for (String percentile : List.of("50", "90", "99", "99.9")) {
            latency.put("p" + percentile, outcome.latencyMillis(Double.parseDouble(percentile)));
        }
        latency.put("max", outcome.latencyMicros().getMaxValue() / 1000.0);
        node.put("coldStarts", outcome.coldStarts());
        node.put("peakCapacity", outcome.peakCapacity());
        node.put("meanCapacity", outcome.meanCapacity());
        node.put("meanBusy", outcome.meanBusy());
    }

    /** The HTTP status of each cause that occurred, where somebody answers. */
    private static void statusOf(ObjectNode node, Outcome outcome) {
        for (Failure cause : Failure.values()) {
            if (outcome.failures(cause) > 0) {
                CallerStatus.of(outcome.consumption(), cause).ifPresent(status -> node.put(camelCase(cause), status));
            }
        }
    }

    /** The totals of each group, then the causes that occurred. */
    private static void failedBy(ObjectNode node, Outcome outcome) {
        for (Failure.Group group : Failure.Group.values()) {
            node.put(group.name().toLowerCase(Locale.ROOT), outcome.failures(group));
        }
        for (Failure cause : Failure.values()) {
            long count = outcome.failures(cause);
            if (count > 0) {
                node.put(camelCase(cause), count);
            }
        }
    }

    private static String camelCase(Failure cause) {
        String[] words = cause.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
