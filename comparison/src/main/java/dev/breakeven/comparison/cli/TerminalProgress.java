package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.progress.Progress;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with the time left, on standard error; silent where nobody watches. */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final int STEPS = 1000;
    private static final int COLUMNS = 100;

    private @Nullable ProgressBar bar;

    /** Work that takes a while. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** Works with a bar on a terminal, which the launcher tells us about, and with none in a pipe. */
    static <T> T watch(Work<T> work) throws Exception {
        if (!Boolean.getBoolean("breakeven.terminal")) {
            return work.run(Progress.SILENT);
        }
        try (TerminalProgress bar = new TerminalProgress()) {
            return work.run(bar);
        }
    }

    @Override
    public void begin(String stage) {
        close();
        bar = new ProgressBarBuilder()
                .setTaskName(stage)
                .setInitialMax(STEPS)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, COLUMNS))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void done(double part) {
        if (bar != null) {
            bar.stepTo(Math.round(STEPS * part));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
