package dev.breakeven.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.comparison.measurement.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks by JMH's own command line, with two profilers, and writes what was found as JSON and, with the machine above it, as a
 * table in Markdown.
 */
public final class Main {

    private static final String RESULT = "jmh.json";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        CommandLineOptions asked = new CommandLineOptions(arguments);
        if (asked.shouldHelp()) {
            asked.showHelp();
            return;
        }
        if (asked.shouldList()) {
            new Runner(asked).list();
            return;
        }
        Path json = Path.of(asked.getResult().orElse(RESULT));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(asked)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString());
        if (!Files.isExecutable(OriginalBenchmark.PROGRAM)) {
            System.out.println("Skipped: OriginalBenchmark, for " + OriginalBenchmark.PROGRAM
                    + " is not there; (cd benchmarks/original && go mod tidy && go build) makes it.");
            options.exclude(OriginalBenchmark.class.getName());
        }
        Machine machine = Machine.here();
        Collection<RunResult> results = new Runner(options.build()).run();
        String table = ResultTable.of(machine, results);
        Files.writeString(
                json.resolveSibling(json.getFileName().toString().replaceFirst("\\.json$", "") + ".md"), table, UTF_8);
        System.out.println();
        System.out.println(table);
    }
}
