package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The REPORT lines of a function that runs on Lambda, of whatever was exported around them. Counted are warm calls that succeeded,
 * of the memory size that most of them had.
 *
 * @param warm durations of warm calls, in nanoseconds
 * @param inits of cold ones, in nanoseconds
 */
@SuppressWarnings("ArrayRecordComponent") // Read once.
public record CloudWatchLog(String name, int memoryMegabytes, long[] warm, long[] inits) {

    private static final int WARM_MIN = 30;

    /**
     * Reads a log.
     *
     * @throws BadInputException if it cannot be read or has too few warm calls to go by
     */
    public static CloudWatchLog read(Path file) throws BadInputException {
        List<ReportLine> reports;
        try (Stream<String> lines = Files.lines(file)) {
            reports = lines.map(ReportLine::parse)
                    .flatMap(Optional::stream)
                    .filter(ReportLine::succeeded)
                    .toList();
        } catch (MalformedInputException e) {
            throw new BadInputException(file + " is not text in UTF-8.", e);
        } catch (IOException | UncheckedIOException e) {
            throw new BadInputException(file + " cannot be read: is it there, and a file?", e);
        }
        int memory = mostCommonMemory(reports);
        List<ReportLine> ofMemory = reports.stream()
                .filter(report -> report.memoryMegabytes() == memory)
                .toList();
        long[] warm = ofMemory.stream()
                .filter(report -> report.init().isEmpty())
                .mapToLong(report -> report.duration().toNanos())
                .toArray();
        if (warm.length < WARM_MIN) {
            throw new BadInputException(file + " has " + warm.length + " REPORT lines of warm calls that succeeded"
                    + (memory == 0 ? "" : " with " + memory + " MB") + "; it takes " + WARM_MIN + " and more.");
        }
        long[] inits = ofMemory.stream()
                .flatMap(report -> report.init().stream())
                .mapToLong(Duration::toNanos)
                .toArray();
        return new CloudWatchLog(String.valueOf(file.getFileName()), memory, warm, inits);
    }

    private static int mostCommonMemory(List<ReportLine> reports) {
        return reports.stream()
                .collect(Collectors.groupingBy(ReportLine::memoryMegabytes, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
