package dev.breakeven.comparison.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.verdict.Comparison;
import java.util.List;
import java.util.Locale;

/** The comparison as a table for programs: a row for each deployment, times in milliseconds. */
public final class CsvReport {

    private CsvReport() {}

    public static byte[] of(Comparison comparison) {
        return CsvText.of(csv -> {
                    csv.writeRecord(
                            "deployment",
                            "dollars_per_month",
                            "dollars_low",
                            "dollars_high",
                            "requests",
                            "failed",
                            "p50_ms",
                            "p90_ms",
                            "p99_ms",
                            "p99.9_ms",
                            "max_ms",
                            "cold_starts",
                            "peak_capacity",
                            "mean_capacity",
                            "headroom",
                            "headroom_is_at_least");
                    for (Comparison.Result result : comparison.results()) {
                        csv.writeRecord(row(comparison, result));
                    }
                })
                .getBytes(UTF_8);
    }

    private static List<String> row(Comparison comparison, Comparison.Result result) {
        Outcome outcome = result.outcome();
        return List.of(
                result.deployment().name(),
                result.bill().total().toPlainString(),
                String.format(Locale.ROOT, "%.2f", result.dollars().low()),
                String.format(Locale.ROOT, "%.2f", result.dollars().high()),
                Long.toString(outcome.requests()),
                Long.toString(outcome.failures()),
                Double.toString(outcome.latencyMillis(50)),
                Double.toString(outcome.latencyMillis(90)),
                Double.toString(outcome.latencyMillis(99)),
                Double.toString(outcome.latencyMillis(99.9)),
                Double.toString(outcome.latencyMillis(100)),
                Long.toString(outcome.coldStarts()),
                Integer.toString(outcome.peakCapacity()),
                String.format(Locale.ROOT, "%.3f", outcome.meanCapacity()),
                Double.toString(comparison.headroom(result).times()),
                Boolean.toString(comparison.headroom(result).more()));
    }
}
