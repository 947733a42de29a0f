package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.report.UsageReport;
import dev.breakeven.comparison.simulation.LocalUse;
import java.io.PrintWriter;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A local cloud that runs until it is told to end (SIGTERM or SIGINT). Then it finishes what is under way, ends every process
 * that it started, and writes down what was consumed.
 */
final class LocalRun {

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Where it listens on 127.0.0.1; 0 is any port that is free (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    private int port;

    @Option(
            names = "--usage",
            paramLabel = "FILE",
            description = "At the end, write what was consumed there (usage/1), for breakeven bill.")
    private @Nullable String usage;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    int port() {
        return port;
    }

    /** Refuses a usage file that could not be written when all is over. */
    void check() throws BadInputException {
        if (usage != null) {
            new OutputFile(usage).check();
        }
    }

    /** Tells what happens, on standard error. */
    void log(String event) {
        PrintWriter err = command().getErr();
        synchronized (this) {
            err.println("breakeven: " + event);
            err.flush();
        }
    }

    /** Says that it is ready, and waits until the JVM is told to end. */
    int serve(URI uri, AutoCloseable running, Supplier<LocalUse> consumed) {
        return Foreground.serve(uri, command().getOut(), () -> end(running, consumed));
    }

    private void end(AutoCloseable running, Supplier<LocalUse> consumed) {
        try {
            running.close();
            if (usage != null) {
                LocalUse use = consumed.get();
                new OutputFile(usage).write(UsageReport.json(use.requests(), use.usage()));
            }
        } catch (Exception e) {
            log("while it ended: " + e);
        }
    }

    private CommandLine command() {
        return requireNonNull(spec).commandLine();
    }
}
