package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.report.UsageReport;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.usage.Usage;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

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
    int serve(URI uri, AutoCloseable running, Supplier<Consumed> consumed) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running, consumed), "ends the local cloud"));
        PrintWriter out = command().getOut();
        out.println("ready " + uri);
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitStatus.DONE.code();
    }

    private void end(AutoCloseable running, Supplier<Consumed> consumed) {
        try {
            running.close();
            if (usage != null) {
                new OutputFile(usage).write(json(consumed.get()));
            }
        } catch (Exception e) {
            log("while it ended: " + e);
        }
    }

    private CommandLine command() {
        return requireNonNull(spec).commandLine();
    }

    /** What was consumed, as it is billed for the time that it took: nothing is taken to go on. */
    static byte[] json(Consumed consumed) {
        // A second at the least, for what is billed by the hour is billed for some time.
        Duration over =
                Duration.ofSeconds(Math.max(1, Math.round(consumed.over().toMillis() / 1e3)));
        BigDecimal hours = BigDecimal.valueOf(over.toSeconds()).divide(SECONDS_PER_HOUR, MathContext.DECIMAL128);
        List<Usage> used = consumed.consumption().month(over, hours).stream()
                .map(usage -> usage instanceof Usage.Ebs disk ? ofRun(disk, hours) : usage)
                .toList();
        return UsageReport.json(consumed.requests(), used);
    }

    /** Disks are billed by the month, of which the run was a part. */
    private static Usage ofRun(Usage.Ebs disk, BigDecimal hours) {
        BigDecimal part = hours.divide(HOURS_PER_MONTH, MathContext.DECIMAL128);
        return new Usage.Ebs(
                disk.type(),
                disk.fleet(),
                disk.gigabyteMonths().multiply(part),
                disk.iopsMonths().multiply(part),
                disk.throughputMonths().multiply(part));
    }
}
