package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.report.ComparisonFile;
import dev.breakeven.comparison.report.DiffReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts two comparisons beside each other. */
@Command(
        name = "diff",
        description = "Say what changed from one comparison to another, and whether it may be chance.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD.json", description = "What 'compare --json' wrote before.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW.json", description = "What it wrote afterwards.")
    private Path after = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DiffReport report = new DiffReport(ComparisonFile.read(before), ComparisonFile.read(after));
        PrintWriter out = requireNonNull(spec).commandLine().getOut();
        out.print(report.text());
        out.flush();
        return ExitStatus.DONE.code();
    }
}
