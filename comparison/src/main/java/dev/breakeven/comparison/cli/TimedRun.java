package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.simulation.Outcome;
import java.io.PrintWriter;

/**
 * A simulation and how long it took on one thread, from the first arrival to the last completion. One that will take long says
 * so first, and then how far it is.
 */
record TimedRun(Outcome outcome, double wallSeconds) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Simulates, telling how far it is. */
    @FunctionalInterface
    interface Run {
        Outcome outcome(Progress progress);
    }

    static TimedRun of(PrintWriter err, Run run) throws Exception {
        return TerminalProgress.watch(bar -> {
            PatientProgress progress =
                    new PatientProgress(bar, err, "a shorter --duration or a lower rate takes less.");
            progress.begin("simulating");
            long startNanos = System.nanoTime();
            Outcome outcome = run.outcome(progress);
            return new TimedRun(outcome, (System.nanoTime() - startNanos) / NANOS_PER_SECOND);
        });
    }
}
