package dev.breakeven.comparison.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_is_written_is_read_again() throws Exception {
        Measurements measured = measured();
        assertThat(MeasurementFile.read(file(new String(MeasurementFile.write(measured), UTF_8))))
                .usingRecursiveComparison()
                .isEqualTo(measured);
    }

    @Test
    void another_document_is_refused_with_what_is_accepted() throws Exception {
        Path file = file("{\"schema\": \"compare/1\"}");
        assertThatThrownBy(() -> MeasurementFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file
                        + " is no measurement: 'schema' is 'compare/1', accepted is 'measurements/1', which breakeven"
                        + " measure writes.");
    }

    @Test
    void what_is_no_json_is_refused_with_the_line() throws Exception {
        Path file = file("{\n\"schema\": oops}");
        assertThatThrownBy(() -> MeasurementFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void half_a_document_is_refused() throws Exception {
        Path file = file("{\"schema\": \"measurements/1\", \"quick\": true}");
        assertThatThrownBy(() -> MeasurementFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + " is not complete, as breakeven measure writes it.");
    }

    private Path file(String content) throws Exception {
        return Files.writeString(folder.resolve("measurements.json"), content);
    }

    private static Measurements measured() {
        Quantiles quantiles = new Quantiles(1e6, 2e6, 3e6, 4e6, 5e6);
        RouteMeasurement route = new RouteMeasurement(
                "POST /compress",
                List.of(new FirstCall(Duration.ofMillis(280), Duration.ofMillis(140))),
                new WarmUp(new double[] {5, 3}),
                new CpuTimes(2e6, 70, new double[] {0.9, 1, 1.25}),
                new Waits(new long[] {-100_000, 250_000}),
                177,
                List.of(new PayloadMeasurement(10_000, 120, quantiles, quantiles, quantiles, 177, 0.02)));
        HostMeasurement function =
                new HostMeasurement(0.5, List.of(Duration.ofMillis(200)), List.of(route), 110 << 20, List.of("a note"));
        HostMeasurement server = new HostMeasurement(
                HostMeasurement.UNLIMITED, List.of(Duration.ofMillis(700)), List.of(route), 200 << 20, List.of());
        return new Measurements(
                Instant.parse("2026-10-01T12:00:00Z"),
                new Machine("Linux", "amd64", 2, "25", 0.5, 0),
                false,
                "compresstest",
                "f00d",
                new Calibration(1.25, "a log"),
                List.of(function),
                List.of(server));
    }
}
