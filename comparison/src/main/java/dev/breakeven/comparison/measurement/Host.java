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
     * @param cpu what the process used meanwhile, and until the next call of what it does on its own
     * @param answerBytes head and body
     * @param answer the beginning of the body
     */
    record Call(Duration wall, Duration cpu, int status, long answerBytes, String answer) {

        /** What of an answer is shown where it is not what was expected. */
        static final int ANSWER_SHOWN = 300;
    }

    /** From the spawn of the process until it can be called; known after the first call. */
    Duration start();

    Call call(Sample sample, byte[] body) throws IOException, InterruptedException;

    /** The most that the process has held resident. */
    long memoryBytesPeak();

    @Override
    void close();
}
