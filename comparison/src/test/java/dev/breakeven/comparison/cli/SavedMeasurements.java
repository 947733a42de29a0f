package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.measurement.Fingerprint;
import dev.breakeven.comparison.measurement.MeasurementFile;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.service.ServiceFile;
import dev.breakeven.comparison.simulation.Measured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A file as {@code measure} writes it, of TinySite as it is packaged, for tests of what comes after it. */
final class SavedMeasurements {

    private SavedMeasurements() {}

    /** Every request takes a millisecond of CPU time. */
    static Path in(Path folder) throws Exception {
        Service service = ServiceFile.read("tinysite", Home.folder());
        Measurements some = Measured.fixed(Duration.ofMillis(1));
        Measurements ofTinySite = new Measurements(
                some.taken(),
                some.machine(),
                true,
                service.name(),
                Fingerprint.of(service),
                some.calibration(),
                some.functions(),
                some.servers());
        return Files.write(folder.resolve("measurements.json"), MeasurementFile.write(ofTinySite));
    }
}
