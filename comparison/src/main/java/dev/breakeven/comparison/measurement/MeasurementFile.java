package dev.breakeven.comparison.measurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measurements as a document, {@code measurements/1}: times in milliseconds, sizes in bytes. Of many values a thousand evenly spaced
 * quantiles are kept.
 */
public final class MeasurementFile {

    public static final String SCHEMA = "measurements/1";

    private static final int VALUES_MAX = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private record Document(
            String schema,
            String taken,
            boolean quick,
            String service,
            String fingerprint,
            Machine machine,
            Calibration calibration,
            List<HostDocument> functions,
            List<HostDocument> servers) {}

    /** @param processors null where there was no limit */
    @SuppressWarnings("ArrayRecordComponent") // Read and written at once.
    private record HostDocument(
            @Nullable Double processors,
            double[] startMillis,
            long memoryBytesPeak,
            List<String> notes,
            List<RouteDocument> routes) {}

    @SuppressWarnings("ArrayRecordComponent") // Read and written at once.
    private record RouteDocument(
            String route,
            List<FirstCallDocument> firstCalls,
            double[] warmUpRatios,
            double cpuMillisFixed,
            double cpuMillisPerMegabyte,
            double[] cpuRatios,
            double[] waitMillis,
            long responseBytes,
            List<PayloadDocument> payloads) {}

    private record FirstCallDocument(double wallMillis, double cpuMillis) {}

    private record PayloadDocument(
            long payloadBytes,
            int calls,
            Quantiles cpuMillis,
            Quantiles waitMillis,
            Quantiles wallMillis,
            long responseBytes,
            double precision) {}

    private MeasurementFile() {}

    public static byte[] write(Measurements measured) {
        try {
            return MAPPER.writeValueAsBytes(new Document(
                    SCHEMA,
                    measured.taken().toString(),
                    measured.quick(),
                    measured.service(),
                    measured.fingerprint(),
                    measured.machine(),
                    measured.calibration(),
                    measured.functions().stream().map(MeasurementFile::document).toList(),
                    measured.servers().stream().map(MeasurementFile::document).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values could not be written", e);
        }
    }

    /**
     * Reads what was written before.
     *
     * @throws BadInputException saying what is wrong with the file
     */
    public static Measurements read(Path file) throws BadInputException {
        try {
            JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
            String schema = tree.path("schema").asText("missing");
            if (!SCHEMA.equals(schema)) {
                throw new BadInputException(file + " is no measurement: 'schema' is '" + schema + "', accepted is '"
                        + SCHEMA + "', which breakeven measure writes.");
            }
            return measurements(MAPPER.treeToValue(tree, Document.class));
        } catch (JsonMappingException e) {
            throw new BadInputException(file + " is not complete, as breakeven measure writes it.", e);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    file + ", line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                            + ": this is not what breakeven measure writes.",
                    e);
        } catch (DateTimeParseException | IllegalArgumentException | NullPointerException e) {
            throw new BadInputException(file + " is not complete, as breakeven measure writes it.", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: is it there, and a file?", e);
        }
    }

    private static Measurements measurements(Document document) {
        return new Measurements(
                Instant.parse(document.taken()),
                document.machine(),
                document.quick(),
                document.service(),
                document.fingerprint(),
                document.calibration(),
                document.functions().stream().map(MeasurementFile::host).toList(),
                document.servers().stream().map(MeasurementFile::host).toList());
    }

    private static HostDocument document(HostMeasurement host) {
        return new HostDocument(
                Double.isInfinite(host.processors()) ? null : host.processors(),
                host.starts().stream().mapToDouble(MeasurementFile::millis).toArray(),
                host.memoryBytesPeak(),
                host.notes(),
                host.routes().stream().map(MeasurementFile::document).toList());
    }

    private static HostMeasurement host(HostDocument document) {
        return new HostMeasurement(
                document.processors() == null ? HostMeasurement.UNLIMITED : document.processors(),
                Arrays.stream(document.startMillis())
                        .mapToObj(MeasurementFile::duration)
                        .toList(),
                document.routes().stream().map(MeasurementFile::route).toList(),
                document.memoryBytesPeak(),
                document.notes());
    }

    private static RouteDocument document(RouteMeasurement route) {
        return new RouteDocument(
                route.route(),
                route.firstCalls().stream()
                        .map(first -> new FirstCallDocument(millis(first.wall()), millis(first.cpu())))
                        .toList(),
                route.warmUp().ratios(),
                route.cpu().nanosFixed() / NANOS_PER_MILLI,
                route.cpu().nanosPerByte(), // A nanosecond for a byte is a millisecond for a megabyte.
                thinned(route.cpu().ratios()),
                thinned(Arrays.stream(route.waits().nanos())
                        .mapToDouble(nanos -> nanos / NANOS_PER_MILLI)
                        .toArray()),
                route.responseBytes(),
                route.payloads().stream().map(MeasurementFile::document).toList());
    }

    private static RouteMeasurement route(RouteDocument document) {
        return new RouteMeasurement(
                document.route(),
                document.firstCalls().stream()
                        .map(first -> new FirstCall(duration(first.wallMillis()), duration(first.cpuMillis())))
                        .toList(),
                new WarmUp(document.warmUpRatios()),
                new CpuTimes(
                        document.cpuMillisFixed() * NANOS_PER_MILLI,
                        document.cpuMillisPerMegabyte(),
                        document.cpuRatios()),
                new Waits(Arrays.stream(document.waitMillis())
                        .mapToLong(millis -> Math.round(millis * NANOS_PER_MILLI))
                        .toArray()),
                document.responseBytes(),
                document.payloads().stream().map(MeasurementFile::payload).toList());
    }

    private static PayloadDocument document(PayloadMeasurement payload) {
        return new PayloadDocument(
                payload.payloadBytes(),
                payload.calls(),
                payload.cpuNanos().times(1 / NANOS_PER_MILLI),
                payload.waitNanos().times(1 / NANOS_PER_MILLI),
                payload.wallNanos().times(1 / NANOS_PER_MILLI),
                payload.responseBytes(),
                payload.precision());
    }

    private static PayloadMeasurement payload(PayloadDocument document) {
        return new PayloadMeasurement(
                document.payloadBytes(),
                document.calls(),
                document.cpuMillis().times(NANOS_PER_MILLI),
                document.waitMillis().times(NANOS_PER_MILLI),
                document.wallMillis().times(NANOS_PER_MILLI),
                document.responseBytes(),
                document.precision());
    }

    /** Evenly spaced ones of sorted values, the middle of each piece. */
    private static double[] thinned(double[] sorted) {
        if (sorted.length <= VALUES_MAX) {
            return sorted;
        }
        return IntStream.range(0, VALUES_MAX)
                .mapToDouble(i -> sorted[(int) ((i + 0.5) * sorted.length / VALUES_MAX)])
                .toArray();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }

    private static Duration duration(double millis) {
        return Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI));
    }
}
