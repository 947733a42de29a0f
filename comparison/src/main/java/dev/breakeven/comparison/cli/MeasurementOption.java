package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Effort;
import dev.breakeven.comparison.measurement.Fingerprint;
import dev.breakeven.comparison.measurement.MeasurementFile;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.Measuring;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.service.Service;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was measured before, or else a quick measurement now. */
final class MeasurementOption {

    @Option(
            names = "--measurements",
            paramLabel = "FILE",
            description = "What 'measure' wrote of this service (default: a quick measurement).")
    private @Nullable Path file;

    /** Refuses, before anything else is done, a file that cannot be read or is of another service. */
    void check(Service service) throws BadInputException, IOException {
        if (file != null) {
            read(file, service);
        }
    }

    Measurements of(Service service, Progress progress) throws IOException, InterruptedException, BadInputException {
        return file == null ? new Measuring(service, Effort.QUICK, progress).measure() : read(file, service);
    }

    private static Measurements read(Path file, Service service) throws BadInputException, IOException {
        Measurements measured = MeasurementFile.read(file);
        if (!measured.fingerprint().equals(Fingerprint.of(service))) {
            throw new BadInputException(file + " was measured of " + measured.service() + " on "
                    + measured.taken() + ", and " + service.name()
                    + " is another service, or has changed since; breakeven measure measures it again.");
        }
        return measured;
    }
}
