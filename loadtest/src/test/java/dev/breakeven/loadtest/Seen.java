package dev.breakeven.loadtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * What callers of one side saw: the logs of its injectors, added up.
 *
 * @param runs one of each injector
 * @param parts by the second in which they begin, each as long as the others
 */
record Seen(List<Run> runs, NavigableMap<Long, Part> parts) {

    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLISECOND = 1_000;

    /** Answers, and requests that failed, with how long they took. */
    record Part(Histogram answered, Histogram failed) {

        Part() {
            this(new Histogram(DIGITS), new Histogram(DIGITS));
        }

        double answeredMillis(double percentile) {
            return answered.getTotalCount() == 0
                    ? Double.NaN
                    : answered.getValueAtPercentile(percentile) / MICROS_PER_MILLISECOND;
        }

        long requests() {
            return answered.getTotalCount() + failed.getTotalCount();
        }
    }

    /**
     * Of each label the newest run, and those of other injectors that belong to it.
     *
     * @param partSeconds how long a part is
     */
    static List<Seen> newest(List<RunFile.Found> found, long partSeconds) throws IOException {
        List<Seen> sides = new ArrayList<>();
        for (String label :
                found.stream().map(one -> one.run().label()).distinct().toList()) {
            Run newest = found.stream()
                    .map(RunFile.Found::run)
                    .filter(run -> run.label().equals(label))
                    .max(Comparator.comparing(Run::beganAt))
                    .orElseThrow();
            sides.add(addedUp(
                    found.stream().filter(one -> one.run().belongsTo(newest)).toList(), partSeconds));
        }
        return sides;
    }

    private static Seen addedUp(List<RunFile.Found> injectors, long partSeconds) throws IOException {
        List<Run> runs = injectors.stream().map(RunFile.Found::run).toList();
        Instant began =
                runs.stream().map(Run::beganAt).min(Comparator.naturalOrder()).orElseThrow();
        NavigableMap<Long, Part> parts = new TreeMap<>();
        for (RunFile.Found one : injectors) {
            double later = Duration.between(began, one.run().beganAt()).toMillis() / 1e3;
            add(one.latencies(), later, partSeconds, parts);
        }
        return new Seen(runs, parts);
    }

    private static void add(Path log, double laterSeconds, long partSeconds, NavigableMap<Long, Part> parts)
            throws IOException {
        try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
            while (reader.hasNext()) {
                if (!(reader.nextIntervalHistogram() instanceof Histogram interval)) {
                    continue;
                }
                double second = laterSeconds + interval.getStartTimeStamp() / 1e3 - reader.getStartTimeSec();
                Part part = parts.computeIfAbsent(
                        (long) Math.floor(Math.max(0, second) / partSeconds) * partSeconds, begins -> new Part());
                (Journal.FAILED.equals(interval.getTag()) ? part.failed : part.answered).add(interval);
            }
        }
    }

    Run first() {
        return runs.getFirst();
    }

    /** All of it. */
    Part whole() {
        Part whole = new Part();
        for (Part part : parts.values()) {
            whole.answered.add(part.answered);
            whole.failed.add(part.failed);
        }
        return whole;
    }
}
