package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.CloudWatchLog;
import dev.breakeven.comparison.measurement.Effort;
import dev.breakeven.comparison.measurement.MeasurementFile;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.Measuring;
import dev.breakeven.comparison.report.MeasurementReport;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Calibrating;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the service's own processes and writes down what was seen. */
@Command(
        name = "measure",
        description =
                "Run the service both ways on this machine, and write what was measured for compare and others to use.",
        mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {

    private static final int MEMORY_MIN = 128;
    private static final int MEMORY_MAX = 10_240;
    private static final double SHARE_MIN = 0.05;

    @Mixin
    private final ServiceOption service = new ServiceOption();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the measurement goes (default: ${DEFAULT-VALUE}).",
            defaultValue = "measurements.json")
    private String out = "";

    @Option(names = "--quick", description = "Few starts and calls, in under a minute.")
    private boolean quick;

    @Option(
            names = "--memory",
            split = ",",
            paramLabel = "MB",
            description = "Measure functions with so much memory as well, and so with another share of a processor.")
    private List<Integer> memories = List.of();

    @Option(
            names = "--share",
            split = ",",
            paramLabel = "PROCESSORS",
            description = "Measure servers that get so much of a processor as well, such as 0.25.")
    private List<Double> shares = List.of();

    @Option(
            names = "--from-cloudwatch",
            paramLabel = "FILE",
            description =
                    "A log of the same function on Lambda, whose REPORT lines tell how its processors compare to this"
                            + " machine's.")
    private @Nullable Path cloudWatch;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        OutputFile file = new OutputFile(out);
        file.check();
        check();
        Service run = service.read();
        @Nullable CloudWatchLog log = cloudWatch == null ? null : CloudWatchLog.read(cloudWatch);
        if (log != null && run.function().isEmpty()) {
            throw new BadInputException(
                    "--from-cloudwatch takes a service that runs as a function, and " + run.name() + " does not.");
        }
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        Measurements measured =
                TerminalProgress.watch(progress -> new Measuring(run, effort, progress).measure(memories, shares));
        Measurements calibrated = log == null ? measured : calibrated(measured, run, log);
        file.write(MeasurementFile.write(calibrated));
        if (!file.isStandardOutput()) {
            PrintWriter text = requireNonNull(spec).commandLine().getOut();
            text.println(MeasurementReport.of(calibrated));
            text.println(" written to " + out);
            text.flush();
        }
        return ExitStatus.DONE.code();
    }

    private void check() throws BadInputException {
        for (int memory : memories) {
            if (memory < MEMORY_MIN || memory > MEMORY_MAX) {
                throw new BadInputException(
                        "--memory takes " + MEMORY_MIN + " to " + MEMORY_MAX + " MB, not " + memory + ".");
            }
        }
        int cores = Runtime.getRuntime().availableProcessors();
        for (double share : shares) {
            if (!(share >= SHARE_MIN && share <= cores)) {
                throw new BadInputException("--share takes " + SHARE_MIN + " to " + cores
                        + " processors, which is all that this machine has, not " + share + ".");
            }
        }
    }

    private static Measurements calibrated(Measurements measured, Service run, CloudWatchLog log)
            throws BadInputException {
        try {
            return measured.with(Calibrating.of(log, measured.function().orElseThrow(), run.mix()));
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("--from-cloudwatch: " + refused.getMessage() + ".", refused);
        }
    }
}
