package dev.breakeven.loadtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs that nobody has run, for tests of what is made of them. */
final class SampleRun {

    /** A name that would do something if it were not text. */
    static final String SERVICE = "<img src=x onerror=alert(1)>";

    private SampleRun() {}

    /** A run of ten seconds in which so long was waited, and one more request failed. */
    static void write(Path results, String label, String injector, Instant began, long... millis) throws IOException {
        Path log = RunFile.latencies(results, new Label(label), Injector.parse(injector));
        try (Journal journal = new Journal(log, () -> Capacity.UNKNOWN)) {
            for (long each : millis) {
                journal.add(TimeUnit.MILLISECONDS.toNanos(each), false);
            }
            journal.add(TimeUnit.SECONDS.toNanos(1), true);
        }
        RunFile.write(
                results,
                new Run(
                        Run.SCHEMA,
                        label,
                        injector,
                        "Burst",
                        SERVICE,
                        "burst",
                        began.toString(),
                        10,
                        RunFile.name(log),
                        null,
                        List.of(),
                        null));
    }
}
