package dev.breakeven.benchmarks;

import dev.breakeven.comparison.measurement.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What was found, in Markdown: where, and a line for each benchmark with each of its parameters. */
final class ResultTable {

    private static final String NONE = "";

    private ResultTable() {}

    static String of(Machine machine, Collection<RunResult> results) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, %s on %s, %d cores, Java %s, %.0f %% busy before. Errors are 99.9 %% intervals; CPU and bytes are those of the"
                        + " JVM that measures.",
                LocalDate.now(ZoneOffset.UTC),
                machine.os(),
                machine.architecture(),
                machine.cores(),
                machine.jdk(),
                100 * machine.busy()));
        lines.add("");
        lines.add("| benchmark | of | score | error | p99 | unit | CPU in us | bytes |");
        lines.add("| --- | --- | ---: | ---: | ---: | --- | ---: | ---: |");
        results.forEach(result -> lines.add(line(result)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(RunResult result) {
        BenchmarkParams benchmark = result.getParams();
        Result<?> primary = result.getPrimaryResult();
        Mode mode = benchmark.getMode();
        return List.of(
                        name(benchmark.getBenchmark()),
                        parameters(benchmark),
                        number(primary.getScore()),
                        number(primary.getScoreError()),
                        mode == Mode.SampleTime ? number(primary.getStatistics().getPercentile(99)) : NONE,
                        primary.getScoreUnit(),
                        mode == Mode.SingleShotTime ? NONE : secondary(result, CpuProfiler.LABEL),
                        mode == Mode.SingleShotTime ? NONE : secondary(result, "gc.alloc.rate.norm"))
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String name(String benchmark) {
        int method = benchmark.lastIndexOf('.');
        return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    }

    private static String parameters(BenchmarkParams benchmark) {
        return benchmark.getParamsKeys().stream().map(benchmark::getParam).collect(Collectors.joining(" "));
    }

    private static String secondary(RunResult result, String label) {
        for (String each : result.getSecondaryResults().keySet()) {
            if (each.endsWith(label)) {
                return number(result.getSecondaryResults().get(each).getScore());
            }
        }
        return NONE;
    }

    /** Three figures, and all that stand before the point. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size < 1 ? "%,.3f" : size < 10 ? "%,.2f" : size < 100 ? "%,.1f" : "%,.0f", value);
    }
}
