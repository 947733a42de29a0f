package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestStream;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What stands before a service, as each request meets it: whether it passes, what it counts for, and what its answer waits. */
final class FrontDoor {

    /** An HTTP API counts a request for each that is begun. */
    private static final double BODY_STEP_BYTES = 512 << 10;

    private final TokenBucket bucket;
    private final double bodyBytesMax;
    private final Distribution latency;
    private final RandomGenerator random;

    private long requests;
    private long bodySteps;
    private double bytesIn;

    /**
     * A front to come.
     *
     * @param events what stands behind it is called with events, into which not every body fits
     * @param latency what it adds to each answer, in nanoseconds
     */
    FrontDoor(Front front, boolean events, Distribution latency, long seed) {
        this.bucket = Limits.ofFront(front);
        this.bodyBytesMax = events ? front.bodyBytesMax() : Double.POSITIVE_INFINITY;
        this.latency = latency;
        this.random = RequestStream.generator(seed, "front");
    }

    /** Why a request does not pass, or nothing. */
    @Nullable
    Failure refusal(long arrivalNanos, double payloadBytes) {
        if (!bucket.take(arrivalNanos)) {
            return Failure.FRONT_THROTTLED;
        }
        return payloadBytes > bodyBytesMax ? Failure.TOO_LARGE : null;
    }

    /** Counts a request that is handed on. */
    void handsOn(double payloadBytes) {
        requests++;
        bodySteps += Math.max(1, (long) Math.ceil(payloadBytes / BODY_STEP_BYTES));
        bytesIn += payloadBytes;
    }

    /** For one answer. */
    long latencyNanos() {
        return (long) latency.sample(random);
    }

    /** Handed on. */
    long requests() {
        return requests;
    }

    /** The same as an HTTP API counts them. */
    long bodySteps() {
        return bodySteps;
    }

    /** In their bodies. */
    long bytesIn() {
        return (long) bytesIn;
    }
}
