package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.service.Sample;
import java.io.IOException;
import java.time.Duration;

/** A process that runs the service, one way or the other. Closing it ends the process. */
interface Host extends AutoCloseable {

    /** Starts a process and waits until it can be called. */
    @FunctionalInterface
    interface Starter {
        Host start() throws IOException, InterruptedException;
    }

    /**
     * One answered call.
     *
     * @param wall from the event or request to the whole answer
     * @param cpu what the process used meanwhile
     * @param answerBytes head and body
     */
    record Call(Duration wall, Duration cpu, int status, long answerBytes) {}

    Duration start();

    Call call(Sample sample, byte[] body) throws IOException, InterruptedException;

    long memoryBytesPeak();

    @Override
    void close();
}
