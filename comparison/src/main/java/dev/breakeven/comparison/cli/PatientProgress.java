package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.progress.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says once for each stage how long it will take, if that is long, and passes the rest on. */
final class PatientProgress implements Progress {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Until then the code is still being compiled, and slow. */
    private static final double WARM_UP_SECONDS = 1;

    private static final double WORTH_SAYING_SECONDS = 20;

    private final Progress watcher;
    private final PrintWriter err;
    private final String advice;
    private String stage = "";
    private long startNanos;
    private boolean said;

    /** @param advice what takes less time */
    PatientProgress(Progress watcher, PrintWriter err, String advice) {
        this.watcher = watcher;
        this.err = err;
        this.advice = advice;
    }

    @Override
    public void begin(String stage) {
        this.stage = stage;
        startNanos = System.nanoTime();
        said = false;
        watcher.begin(stage);
    }

    @Override
    public void done(double part) {
        double seconds = (System.nanoTime() - startNanos) / (double) NANOS_PER_SECOND;
        if (!said && seconds > WARM_UP_SECONDS) {
            said = true;
            if (seconds / part > WORTH_SAYING_SECONDS) {
                err.println("breakeven: " + stage + " takes about " + time(seconds / part) + "; " + advice);
                err.flush();
            }
        }
        watcher.done(part);
    }

    static String time(double seconds) {
        Duration whole = Duration.ofMillis(Math.round(1_000 * Math.min(1e12, seconds)));
        return whole.toHours() >= 48
                ? String.format(Locale.ROOT, "%,d days", whole.toDays())
                : whole.toMinutes() >= 120
                        ? whole.toHours() + " hours"
                        : whole.toSeconds() >= 120 ? whole.toMinutes() + " minutes" : whole.toSeconds() + " seconds";
    }
}
