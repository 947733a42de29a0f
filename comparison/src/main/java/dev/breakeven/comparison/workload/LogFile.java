package dev.breakeven.comparison.workload;

import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an access log once, from its first line to its last: puts lines in order that come up to five minutes too late, as
 * those of several servers do, and skips the others and what is no request. A log that tells only the second has its
 * requests spread over it at random, always in the same way. A log is refused when more than a tenth of it is skipped.
 */
final class LogFile {

    private static final long WINDOW_MICROS = 300_000_000;
    private static final double MICROS_PER_SECOND = 1e6;

    /** What may be skipped of any log, be it ever so short, as long as it is not most of it. */
    private static final long SKIPPED_FREE = 10;

    /** So many lines are looked at before a log is refused for those skipped. */
    private static final long LINES_BEFORE_REFUSAL = 1_000;

    private static final String LATE = "are more than five minutes earlier than a line before";

    private final String name;
    private final LogFormat format;
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, Skipped> skipped = new LinkedHashMap<>();
    private final RandomGenerator withinSecond = RequestStream.generator(0, "within the second");
    private long lines;
    private long skippedLines;

    private static final class Skipped {
        private final long firstLine;
        private final String firstText;
        private long count;

        Skipped(long firstLine, String firstText) {
            this.firstLine = firstLine;
            this.firstText = firstText.length() > 80 ? firstText.substring(0, 80) + "…" : firstText;
        }
    }

    private LogFile(String name, LogFormat format, List<String> routes) {
        this.name = name;
        this.format = format;
        for (int i = 0; i < Math.min(routes.size(), RecordedRequests.KINDS_MAX); i++) {
            kinds.putIfAbsent(LogLine.withoutQuery(routes.get(i)), i);
        }
    }

    /**
     * Reads a log.
     *
     * @param routes of the mix, in its order, told apart without their queries; a request for another leaves its kind to the
     *     mix
     * @param notes what was skipped is added here
     */
    static Recorded read(String name, InputStream file, LogFormat format, List<String> routes, List<String> notes)
            throws BadInputException {
        return new LogFile(name, format, routes).read(file, notes);
    }

    private Recorded read(InputStream file, List<String> notes) throws BadInputException {
        RecordedRequests requests;
        try (LogLines log = new LogLines(file)) {
            requests = new RecordedRequests();
            read(log, requests);
        } catch (IOException e) {
            throw new BadInputException(name + " cannot be read: " + e.getMessage(), e);
        }
        if (lines == 0) {
            throw new BadInputException(name + " has no line; a log with at least one request is accepted.");
        }
        if (requests.count() == 0 || 2 * skippedLines > lines || tooMany()) {
            throw refusal();
        }
        if (skippedLines > 0) {
            notes.add(whatWasSkipped() + ".");
        }
        return new Recorded(requests, 1);
    }

    private void read(LogLines log, RecordedRequests requests) throws IOException, BadInputException {
        LogFormat.Reader reader = format.reader();
        ReorderingWindow window = new ReorderingWindow(WINDOW_MICROS << RecordedRequests.KIND_BITS, requests::add);
        long number = 0;
        for (@Nullable String line = log.next(); line != null; line = log.next()) {
            number++;
            switch (reader.read(line)) {
                case LogLine.Heading heading -> lines--;
                case LogLine.Unreadable unreadable -> skip(unreadable.why(), number, line);
                case LogLine.Asked asked -> {
                    if (!window.add(packed(asked))) {
                        skip(LATE, number, line);
                    }
                }
            }
            lines++;
            if (lines >= LINES_BEFORE_REFUSAL && tooMany()) {
                throw refusal();
            }
        }
        window.close();
        requests.flush();
    }

    private long packed(LogLine.Asked asked) {
        long micros = asked.time().epochMicros();
        if (asked.time().wholeSecond()) {
            micros += (long) (MICROS_PER_SECOND * withinSecond.nextDouble());
        }
        return RecordedRequests.packed(micros, kinds.getOrDefault(asked.route(), ArrivalCursor.OF_THE_MIX));
    }

    private void skip(String why, long number, String line) {
        skippedLines++;
        skipped.computeIfAbsent(why, reason -> new Skipped(number, line)).count++;
    }

    private boolean tooMany() {
        return skippedLines > SKIPPED_FREE && 10 * skippedLines > lines;
    }

    private BadInputException refusal() {
        return new BadInputException(whatWasSkipped() + "; a log in the format " + format.word()
                + ", sorted by time to five minutes, of which a tenth may be skipped is accepted.");
    }

    private String whatWasSkipped() {
        return skipped.entrySet().stream()
                .map(reason -> String.format(
                        Locale.ROOT,
                        "%,d %s (the first is line %d: '%s')",
                        reason.getValue().count,
                        reason.getKey(),
                        reason.getValue().firstLine,
                        reason.getValue().firstText))
                .collect(Collectors.joining(
                        ", ",
                        String.format(Locale.ROOT, "%s: %,d of %,d lines were skipped: ", name, skippedLines, lines),
                        ""));
    }
}
