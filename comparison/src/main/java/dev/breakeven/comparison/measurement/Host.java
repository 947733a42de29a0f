package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.service.Sample;
import java.io.IOException;
import java.time.Duration;

/** A process that runs the service, one way or the other. Closing it ends the process. */
interface Host extends AutoCloseable {

    /** Starts a process, now or with its first call. */
    @FunctionalInterface
    interface Starter {
        Host start() throws IOException, InterruptedException;
    }

    /**
     * One answered call.
     *
     * @param wall from the event or request to the whole answer
     * @param answerBytes head and body
     * @param answer the beginning of the body
     */
    record Answered(Duration wall, int status, long answerBytes, String answer) {

        /** What of an answer is shown where it is not what was expected. */
        static final int ANSWER_SHOWN = 300;
    }

    /** From the spawn of the process until it can be called; known after the first call. */
    Duration start();

    Answered call(Sample sample, byte[] body) throws IOException, InterruptedException;

    /** What the process has used of the CPU since it was asked last, or since it could be called. */
    Duration takeCpu() throws IOException;

    /** In how many periods the process was stopped because its share of the CPU was used up. */
    long throttledPeriods() throws IOException;

    /** The most that the process has held resident. */
    long memoryBytesPeak();

    @Override
    void close();
}
