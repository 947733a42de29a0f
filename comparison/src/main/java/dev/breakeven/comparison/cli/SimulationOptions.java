package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.quantity.DataSize;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.quantity.DistributionFormat;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.comparison.workload.WorkloadFile;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every simulation takes, whatever it is of. */
final class SimulationOptions {

    /** Longer than anything waits: a caller who was given no patience has all of it. */
    private static final Duration FOREVER = Duration.ofDays(10_000);

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

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same requests (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write simulate/1 JSON there; - for standard output.")
    private @Nullable String json;

    long seed() {
        return seed;
    }

    @Nullable
    OutputFile json() throws BadInputException {
        return OutputFile.checked(json);
    }

    Workload workload() throws BadInputException {
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
