package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.report.CsvReport;
import dev.breakeven.comparison.report.MarkdownReport;
import dev.breakeven.comparison.verdict.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a comparison is written besides the screen: as a page, as a table, and for a pull request. */
final class ReportOptions {

    /** The only one whose folder is made if it is missing. */
    private static final String DEFAULT = "target/breakeven/report.html";

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the report there, a page that needs nothing else (default: ${DEFAULT-VALUE}).",
            defaultValue = DEFAULT)
    private String html = DEFAULT;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write a table there, a row for each deployment.")
    private @Nullable String csv;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write a summary for a pull request there, in GitHub's Markdown.")
    private @Nullable String markdown;

    /** Refuses a file that cannot be written to, before any work is done. */
    void check() throws BadInputException {
        if (html.equals(DEFAULT)) {
            try {
                Files.createDirectories(Path.of(html).toAbsolutePath().resolveSibling(""));
            } catch (IOException e) {
                throw new BadInputException(html + " cannot be written: " + e + "; --html takes another file.");
            }
        }
        for (String name :
                Stream.of(html, csv, markdown).filter(Objects::nonNull).toList()) {
            OutputFile file = new OutputFile(name);
            if (file.isStandardOutput()) {
                throw new BadInputException(
                        "--html, --csv and --markdown take files; --json takes standard output, too.");
            }
            file.check();
        }
    }

    void write(Comparison comparison, byte[] page) throws IOException {
        new OutputFile(html).write(page);
        if (csv != null) {
            new OutputFile(csv).write(CsvReport.of(comparison));
        }
        if (markdown != null) {
            new OutputFile(markdown).write(MarkdownReport.of(comparison));
        }
    }

    /** What the screen says of it. */
    String line() {
        return " report: " + html + "\n";
    }
}
