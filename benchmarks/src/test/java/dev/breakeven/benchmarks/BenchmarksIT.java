package dev.breakeven.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.measurement.Machine;
import java.nio.file.Files;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksIT {

    private static final int HEAD_LINES = 4;

    /** With every parameter, in this process and for a millisecond: long enough to fail. */
    @Test
    void every_benchmark_still_runs_and_has_its_line() throws RunnerException, InterruptedException {
        ChainedOptionsBuilder once = new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(new TimeValue(1, TimeUnit.MILLISECONDS))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (!Files.isExecutable(OriginalBenchmark.PROGRAM)) {
            System.out.println("Skipped: OriginalBenchmark, whose program in Go is not built");
            once.exclude(OriginalBenchmark.class.getName());
        }
        Collection<RunResult> results = new Runner(once.build()).run();
        assertThat(results)
                .extracting(result -> result.getParams().getBenchmark())
                .contains(
                        "dev.breakeven.benchmarks.AdapterBenchmark.request",
                        "dev.breakeven.benchmarks.BillBenchmark.bill",
                        "dev.breakeven.benchmarks.CompressTestBenchmark.compress",
                        "dev.breakeven.benchmarks.FunctionStartBenchmark.firstAnswer",
                        "dev.breakeven.benchmarks.ServerBenchmark.page",
                        "dev.breakeven.benchmarks.ServerSimulationBenchmark.simulate",
                        "dev.breakeven.benchmarks.ServerStartBenchmark.healthy",
                        "dev.breakeven.benchmarks.TinySiteBenchmark.page");
        String table = ResultTable.of(Machine.here(), results);
        assertThat(table.lines()).hasSize(HEAD_LINES + results.size());
        assertThat(table)
                .contains(
                        "| CompressTestBenchmark.bzip2 | TEXT KB_100 | ",
                        "| FunctionStartBenchmark.firstAnswer | CONTAINER | ");
    }
}
