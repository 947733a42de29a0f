package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.report.UsageReport;
import dev.breakeven.comparison.simulation.Consumption;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * A local cloud that runs until it is told to end (SIGTERM or SIGINT). Then it finishes what is under way, ends every process
 * that it started, and writes down what was consumed.
 */
final class LocalRun {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

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

    /**
     * What was consumed until now.
     *
     * @param over in the time that is billed, which a time scale stretches
     */
    record Consumed(long requests, Consumption consumption, Duration over) {}

    int port() {
        return port;
    }

    /** Refuses a usage file that could not be written when all is over. */
    @Nullable
    OutputFile usageFile() throws Exception {
        return OutputFile.checked(usage);
    }

    /** Says that it is ready, and waits until the JVM is told to end. */
    static int serve(
            CommandLine command,
            URI uri,
            AutoCloseable running,
            @Nullable OutputFile file,
            Supplier<Consumed> consumed) {
        PrintWriter err = command.getErr();
        Thread end = new Thread(() -> end(running, file, consumed, err), "ends the local cloud");
        Runtime.getRuntime().addShutdownHook(end);
        PrintWriter out = command.getOut();
        out.println("ready " + uri);
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitStatus.DONE.code();
    }

    private static void end(
            AutoCloseable running, @Nullable OutputFile file, Supplier<Consumed> consumed, PrintWriter err) {
        try {
            running.close();
            if (file != null) {
                file.write(json(consumed.get()));
            }
        } catch (Exception e) {
            err.println("breakeven: while it ended: " + e);
            err.flush();
        }
    }

    /** What was consumed, as it is billed for the time that it took: nothing is taken to go on. */
    static byte[] json(Consumed consumed) throws IOException {
        // A second at the least, for what is billed by the hour is billed for some time.
        Duration over =
                Duration.ofSeconds(Math.max(1, Math.round(consumed.over().toMillis() / 1e3)));
        BigDecimal hours = BigDecimal.valueOf(over.toSeconds()).divide(SECONDS_PER_HOUR, MathContext.DECIMAL128);
        return UsageReport.json(consumed.requests(), consumed.consumption().month(over, hours));
    }
}
