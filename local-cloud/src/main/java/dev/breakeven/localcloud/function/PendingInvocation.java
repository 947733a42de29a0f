package dev.breakeven.localcloud.function;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through the Runtime API: handed out once, and answered at most once. */
final class PendingInvocation {

    private final String requestId = UUID.randomUUID().toString();
    private final byte[] event;
    private final Instant deadline;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private boolean handedOut;
    private boolean ended;
    private final long submittedNanos = System.nanoTime();
    private long handedOutNanos = submittedNanos;
    private long endedNanos = handedOutNanos;

    PendingInvocation(byte[] event, Instant deadline) {
        this.event = event;
        this.deadline = deadline;
    }

    String requestId() {
        return requestId;
    }

    byte[] event() {
        return event;
    }

    Instant deadline() {
        return deadline;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    /** Completes when the environment has asked for its next event, or has ended. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    void settle() {
        settled.complete(null);
    }

    synchronized void handOut() {
        handedOut = true;
        handedOutNanos = System.nanoTime();
    }

    synchronized boolean isHandedOut() {
        return handedOut;
    }

    /** Ends the invocation, unless it has ended: then nothing changes, and the result is false. */
    boolean end(Answer with) {
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
            endedNanos = System.nanoTime();
        }
        return answer.complete(with);
    }

    /** From being handed out, or from being submitted if it never was, to the end. */
    synchronized Duration duration() {
        return Duration.ofNanos(endedNanos - handedOutNanos);
    }

    /** From being submitted to the end, a second init included. */
    synchronized Duration wholeDuration() {
        return Duration.ofNanos(endedNanos - submittedNanos);
    }
}
