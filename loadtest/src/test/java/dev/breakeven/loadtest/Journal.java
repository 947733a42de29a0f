package dev.breakeven.loadtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * What the callers of a run see, written down each second as a log of HdrHistogram: latencies in microseconds by the second in
 * which the answer came, those of failed requests under a tag of their own. Any tool for such logs reads it, and logs of several
 * injectors can be added up. How many environments or instances there are is noted at the same time.
 */
final class Journal implements AutoCloseable {

    static final String FAILED = "failed";

    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLISECOND = 1_000;

    private final Path file;
    private final PrintStream printed;
    private final HistogramLogWriter log;
    private final Supplier<Capacity> capacity;
    private final Recorder answered = new Recorder(DIGITS);
    private final Recorder failed = new Recorder(DIGITS);
    private final List<Capacity.At> capacities = new ArrayList<>();
    private final ScheduledExecutorService everySecond = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "notes what callers see");
        thread.setDaemon(true);
        return thread;
    });
    private final Future<?> noting;
    private final Instant began = Instant.now();
    private final long beganNanos = System.nanoTime();
    private double notedSeconds;

    /** Begins; an older file is written over. */
    Journal(Path file, Supplier<Capacity> capacity) throws IOException {
        this.file = file;
        this.capacity = capacity;
        Files.createDirectories(file.toAbsolutePath().getParent());
        printed = new PrintStream(file.toFile(), UTF_8);
        log = new HistogramLogWriter(printed);
        log.outputLogFormatVersion();
        log.outputStartTime(began.toEpochMilli());
        log.setBaseTime(began.toEpochMilli());
        log.outputBaseTime(began.toEpochMilli());
        log.outputLegend();
        capacities.add(new Capacity.At(0, capacity.get()));
        noting = everySecond.scheduleAtFixedRate(this::note, 1, 1, TimeUnit.SECONDS);
    }

    /** One request is over. */
    void add(long nanos, boolean isFailed) {
        (isFailed ? failed : answered).recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    Path file() {
        return file;
    }

    Instant began() {
        return began;
    }

    /** So far, second by second. */
    synchronized List<Capacity.At> capacities() {
        return List.copyOf(capacities);
    }

    private synchronized void note() {
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        write(answered.getIntervalHistogram(), null, seconds);
        write(failed.getIntervalHistogram(), FAILED, seconds);
        capacities.add(new Capacity.At(seconds, capacity.get()));
        notedSeconds = seconds;
        printed.flush();
    }

    private void write(Histogram histogram, @Nullable String tag, double seconds) {
        if (histogram.getTotalCount() > 0) {
            histogram.setTag(tag);
            log.outputIntervalHistogram(notedSeconds, seconds, histogram, MICROS_PER_MILLISECOND);
        }
    }

    /**
     * Writes down the rest.
     *
     * @throws IllegalStateException if nothing was written down from some moment on
     */
    @Override
    public void close() {
        everySecond.close();
        if (noting.state() == Future.State.FAILED) {
            throw new IllegalStateException("What callers saw was not written down to the end", noting.exceptionNow());
        }
        note();
        log.close();
    }
}
