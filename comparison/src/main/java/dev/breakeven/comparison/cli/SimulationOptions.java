package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.DataSize;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.quantity.DistributionFormat;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.comparison.report.SimulationReport;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.comparison.workload.WorkloadFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every simulation takes, whatever it is of, and how it is run and told. */
final class SimulationOptions {

    /** Longer than anything waits: a caller who was given no patience has all of it. */
    private static final Duration FOREVER = Duration.ofDays(10_000);

    private static final double NANOS_PER_SECOND = 1e9;

    private static final Pattern SPEC = Pattern.compile("[a-z]+[(:]");

    private static final Duration DURATION_MAX = Duration.ofDays(10_000);

    @Option(
            names = "--workload",
            required = true,
            paramLabel = "SPEC",
            description = "Who calls and when, as in steady:90/s, or the name or file of a workload.")
    private String workload = "";

    @Option(names = "--duration", paramLabel = "D", description = "For how long callers come, as in 6h.")
    private @Nullable String duration;

    @Option(
            names = "--client-timeout",
            paramLabel = "D",
            description = "How long a caller waits for an answer (default: as the workload has it, else forever).")
    private @Nullable String clientTimeout;

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** A deployment with what it is asked, telling how far it is. */
    @FunctionalInterface
    interface Run {
        Outcome of(Workload workload, long seed, Progress progress);
    }

    /**
     * Simulates and reports. The time that is told is that of one thread, from the first arrival to the last completion; what
     * will take long says so first, and then how far it is.
     */
    int simulate(String kind, List<Assumption> assumptions, Run run) throws Exception {
        json.check();
        Workload asked = workload();
        PrintWriter err = requireNonNull(command).commandLine().getErr();
        SimulationReport report = TerminalProgress.watch(bar -> {
            Progress progress = new PatientProgress(bar, err, "a shorter --duration or a lower rate takes less.");
            progress.begin("simulating");
            long startNanos = System.nanoTime();
            Outcome outcome = run.of(asked, seed.value(), progress);
            double wallSeconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
            return new SimulationReport(kind, asked, seed.value(), outcome, wallSeconds, assumptions);
        });
        return json.write(report.json(), report.text());
    }

    private Workload workload() throws BadInputException {
        @Nullable Duration given = duration == null ? null : duration("--duration", duration);
        if (given != null && (given.isZero() || given.compareTo(DURATION_MAX) > 0)) {
            throw new BadInputException(
                    "--duration takes more than 0 and up to " + DURATION_MAX.toDays() + "d, not " + duration + ".");
        }
        Workload read = given == null ? WorkloadFile.read(workload) : WorkloadFile.read(workload, given);
        if (clientTimeout != null) {
            return read.within(duration("--client-timeout", clientTimeout));
        }
        return SPEC.matcher(workload.strip()).lookingAt() ? read.within(FOREVER) : read;
    }

    static Duration duration(String option, String text) throws BadInputException {
        try {
            return DurationFormat.parse(text);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(option + ": " + refused.getMessage(), refused);
        }
    }

    static long size(String option, String text) throws BadInputException {
        try {
            return DataSize.parse(text).bytes();
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(option + ": " + refused.getMessage(), refused);
        }
    }

    static Distribution times(String option, String text) throws BadInputException {
        try {
            return DistributionFormat.ofTimes(text);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(option + ": " + refused.getMessage(), refused);
        }
    }
}
