package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.quantity.Distribution;
import java.util.random.RandomGenerator;

/**
 * The execution environments of one function. Each runs one request at a time; one that has been idle for its keep-alive is
 * gone. Provisioned ones are taken first, are never cold and never go, for one that is lost is made up for at once. Beyond them one is added when none is idle, as far as
 * the concurrency and the allowance for growth reach. Left out: that Lambda replaces environments now and then under load.
 */
final class FunctionPool {

    /** What a busy environment is called that was provisioned; the others have numbers in the order of creation. */
    private static final int PROVISIONED = 0;

    /** What is called so that will not come back when it is free. */
    private static final int LOST = -1;

    private final Distribution keepAlive;
    private final double keepAliveNanosMin;
    private final RandomGenerator random;
    private final int concurrency;
    private final int provisioned;
    private final TokenBucket growth;

    /** When the busy ones will be free. */
    private final LongHeap busy = new LongHeap();

    private final IdleEnvironments idle;
    private int provisionedIdle;

    private int created;
    private int taken;
    private int peak;
    private int busyMost;
    private double idleNanos;
    private double busyNanos;
    private double provisionedBusyNanos;
    private long endNanos;

    FunctionPool(FunctionScaling scaling, RandomGenerator random) {
        this.keepAlive = scaling.keepAlive();
        this.keepAliveNanosMin = keepAlive.least();
        this.random = random;
        this.concurrency = scaling.concurrency();
        this.provisioned = scaling.provisioned();
        this.growth = Limits.ofGrowth(scaling.growth());
        this.idle = IdleEnvironments.inOrderOf(scaling.reuse(), random);
        this.provisionedIdle = provisioned;
        this.peak = provisioned;
    }

    /** What a request finds when it arrives. */
    enum Found {
        WARM,
        COLD,
        /** As many are busy as may be. */
        AT_CONCURRENCY,
        /** More may be busy, but not so soon. */
        AT_GROWTH
    }

    /** Takes an environment for a request that arrives now, if there is one or one may be added. */
    Found take(long nowNanos) {
        release(nowNanos);
        if (busy.size() >= concurrency) {
            return Found.AT_CONCURRENCY;
        }
        if (provisionedIdle > 0) {
            provisionedIdle--;
            taken = PROVISIONED;
            return Found.WARM;
        }
        while (!idle.isEmpty()) {
            long idleFor = nowNanos - idle.removeNext();
            if (outlives(idleFor)) {
                idleNanos += idleFor;
                taken = idle.removed();
                return Found.WARM;
            }
        }
        if (!growth.take(nowNanos)) {
            return Found.AT_GROWTH;
        }
        taken = ++created;
        // None is idle, so those that exist are the busy ones and this; only now can there be more than ever before.
        peak = Math.max(peak, busy.size() + 1);
        return Found.COLD;
    }

    /** The one that was taken last: 0 if it was provisioned, else its number in the order of creation, from 1. */
    int taken() {
        return taken;
    }

    /** Keeps the environment that was taken last busy until then. */
    void occupy(long fromNanos, long untilNanos) {
        occupy(fromNanos, untilNanos, true);
    }

    /**
     * The same.
     *
     * @param survives whether it is there for others afterwards
     */
    void occupy(long fromNanos, long untilNanos, boolean survives) {
        busyNanos += untilNanos - fromNanos;
        if (taken == PROVISIONED) {
            provisionedBusyNanos += untilNanos - fromNanos;
        }
        busy.add(untilNanos, survives || taken == PROVISIONED ? taken : LOST);
        busyMost = Math.max(busyMost, busy.size());
    }

    /** Ends the account: what is idle stays so until its keep-alive or the end, whichever comes first. */
    void close(long nowNanos) {
        endNanos = nowNanos;
        release(nowNanos);
        while (!idle.isEmpty()) {
            long idleFor = Math.max(0, nowNanos - idle.removeNext());
            if (outlives(idleFor)) {
                idleNanos += idleFor;
            }
        }
    }

    private void release(long nowNanos) {
        for (long since = busy.nextDue(); since <= nowNanos; since = busy.nextDue()) {
            int environment = (int) busy.remove();
            if (environment == PROVISIONED) {
                provisionedIdle++;
            } else if (environment != LOST) {
                idle.add(environment, since);
            }
        }
    }

    /** Whether an environment is kept for so long; if not, its idle time is accounted for. */
    private boolean outlives(long idleFor) {
        if (idleFor <= keepAliveNanosMin) {
            return true;
        }
        double kept = keepAlive.sample(random);
        if (idleFor <= kept) {
            return true;
        }
        idleNanos += kept;
        return false;
    }

    /** The most environments at a time, provisioned ones included. */
    int peak() {
        return peak;
    }

    /** How many were busy at the most since this was last taken. */
    int takeBusyMost() {
        int most = busyMost;
        busyMost = 0;
        return most;
    }

    double busyNanos() {
        return busyNanos;
    }

    /** Of all environments together, busy or idle, until the end. */
    double existingNanos() {
        return busyNanos - provisionedBusyNanos + idleNanos + (double) provisioned * endNanos;
    }
}
