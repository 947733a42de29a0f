package dev.breakeven.comparison.measurement;

import java.time.Duration;

/**
 * One call to a process that had nothing else to do, and the pause after it.
 *
 * @param cpu what the process used in both, for it may go on for a moment after the answer
 * @param throttled whether it was stopped meanwhile because its share of the CPU was used up
 * @param answerBytes head and body
 */
public record ServedCall(Duration wall, Duration cpu, boolean throttled, long answerBytes) {

    /** The same with an answer of another size. */
    public ServedCall answering(long bytes) {
        return new ServedCall(wall, cpu, throttled, bytes);
    }

    /** What it took beyond its CPU time. */
    long waitNanos() {
        return wall.minus(cpu).toNanos();
    }
}
