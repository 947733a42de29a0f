package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.progress.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says once how long the work will take, if that is long, and passes the rest on. */
final class PatientProgress implements Progress {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Until then the code is still being compiled, and slow. */
    private static final double WARM_UP_SECONDS = 1;

    private static final double WORTH_SAYING_SECONDS = 20;

    private final Progress watcher;
    private final PrintWriter err;
    private final long startNanos = System.nanoTime();
    private boolean said;

    PatientProgress(Progress watcher, PrintWriter err) {
        this.watcher = watcher;
        this.err = err;
    }

    @Override
    public void begin(String stage) {
        watcher.begin(stage);
    }

    @Override
    public void done(double part) {
        double seconds = (System.nanoTime() - startNanos) / (double) NANOS_PER_SECOND;
        if (!said && seconds > WARM_UP_SECONDS) {
            said = true;
            if (seconds / part > WORTH_SAYING_SECONDS) {
                err.println(estimate(seconds / part));
                err.flush();
            }
        }
        watcher.done(part);
    }

    static String estimate(double seconds) {
        Duration whole = Duration.ofMillis(Math.round(1_000 * Math.min(1e12, seconds)));
        String time = whole.toHours() >= 48
                ? String.format(Locale.ROOT, "%,d days", whole.toDays())
                : whole.toMinutes() >= 120
                        ? whole.toHours() + " hours"
                        : whole.toSeconds() >= 120 ? whole.toMinutes() + " minutes" : whole.toSeconds() + " seconds";
        return "breakeven: this will take about " + time + "; a shorter --duration or a lower rate takes less.";
    }
}
