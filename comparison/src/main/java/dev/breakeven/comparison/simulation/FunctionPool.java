package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.quantity.Distribution;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The execution environments of one function. Each runs one request at a time; the one that was used last is used first; one
 * that has been idle for its keep-alive is gone. Public measurements exclude that Lambda picks one at random.
 */
final class FunctionPool {

    private final Distribution keepAlive;
    private final RandomGenerator random;
    private final int limit;

    /** When the busy ones will be free. */
    private final LongHeap busy = new LongHeap();

    /** The idle ones, the last used on top: since when, and until when they are kept. */
    private long[] idleSince = new long[64];

    private long[] keptUntil = new long[64];
    private int idle;

    private int peak;
    private double idleNanos;
    private double busyNanos;

    FunctionPool(Distribution keepAlive, int limit, RandomGenerator random) {
        this.keepAlive = keepAlive;
        this.limit = limit;
        this.random = random;
    }

    /** What a request finds when it arrives. */
    enum Found {
        WARM,
        COLD,
        NOTHING
    }

    /** Takes an environment for a request that arrives now, if there is one or one may be added. */
    Found take(long nowNanos) {
        while (busy.nextDue() <= nowNanos) {
            free(busy.nextDue());
            busy.remove();
        }
        while (idle > 0) {
            idle--;
            if (keptUntil[idle] >= nowNanos) {
                idleNanos += nowNanos - idleSince[idle];
                return Found.WARM;
            }
            idleNanos += keptUntil[idle] - idleSince[idle];
        }
        // None was idle, so those that exist are the busy ones, and only now can there be more than ever before.
        if (busy.size() >= limit) {
            return Found.NOTHING;
        }
        peak = Math.max(peak, busy.size() + 1);
        return Found.COLD;
    }

    /** Keeps the environment that was taken last busy until then. */
    void occupy(long fromNanos, long untilNanos) {
        busyNanos += untilNanos - fromNanos;
        busy.add(untilNanos, 0);
    }

    /** Ends the account: what is idle stays so until its keep-alive or the end, whichever comes first. */
    void close(long endNanos) {
        while (busy.nextDue() <= endNanos) {
            free(busy.nextDue());
            busy.remove();
        }
        while (idle > 0) {
            idle--;
            idleNanos += Math.max(0, Math.min(keptUntil[idle], endNanos) - idleSince[idle]);
        }
    }

    private void free(long nowNanos) {
        if (idle == idleSince.length) {
            idleSince = Arrays.copyOf(idleSince, 2 * idle);
            keptUntil = Arrays.copyOf(keptUntil, 2 * idle);
        }
        idleSince[idle] = nowNanos;
        keptUntil[idle] = nowNanos + (long) keepAlive.sample(random);
        idle++;
    }

    int peak() {
        return peak;
    }

    double busyNanos() {
        return busyNanos;
    }

    double existingNanos() {
        return busyNanos + idleNanos;
    }
}
