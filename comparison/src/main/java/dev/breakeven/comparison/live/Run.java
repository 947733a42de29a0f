package dev.breakeven.comparison.live;

import dev.breakeven.comparison.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** An inquiry that is being worked out, or has been: whoever asks the same looks at the same run. */
final class Run implements Progress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final CompletableFuture<byte[]> page = new CompletableFuture<>();
    private volatile Stage stage = new Stage("waiting for another comparison to end", System.nanoTime());
    private volatile double part;
    private volatile boolean stopped;

    private record Stage(String name, long beganNanos) {}

    /**
     * How far it has come.
     *
     * @param part of the stage, from 0 to 1
     * @param secondsLeft of the stage; negative as long as nobody can say
     */
    record State(boolean over, String stage, double part, double secondsLeft) {}

    @Override
    public void begin(String name) {
        failIfStopped();
        part = 0;
        stage = new Stage(name, System.nanoTime());
    }

    @Override
    public void done(double done) {
        failIfStopped();
        part = done;
    }

    State state() {
        Stage now = stage;
        double done = part;
        double seconds = (System.nanoTime() - now.beganNanos()) / NANOS_PER_SECOND;
        return new State(page.isDone(), now.name(), done, done > 0 && seconds > 1 ? seconds / done - seconds : -1);
    }

    /** Has it fail where it next tells how far it has come. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    private void failIfStopped() {
        if (stopped) {
            throw new CancellationException();
        }
    }

    CompletableFuture<byte[]> page() {
        return page;
    }
}
