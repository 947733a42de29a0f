package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.workload.RequestStream;
import java.util.random.RandomGenerator;

/** What the request under the cursor takes of a server; the same for the same request on every deployment. */
interface ServerWork {

    /** CPU time on a server that is warm. */
    double cpuNanos(RequestStream request);

    /**
     * How many times as much it takes on one that is not.
     *
     * @param call 2 for the second that the server gets
     */
    default double warmUp(int kind, int call) {
        return 1;
    }

    /** CPU time that the first request of a server takes beyond another one. */
    default long firstCallExtraNanos(int kind, RandomGenerator random) {
        return 0;
    }

    /** Time beyond that, without a processor; below zero where the answer comes before all of the CPU time is used. */
    long waitNanos(RequestStream request);

    /** Sent back, head and body. */
    long responseBytes(RequestStream request);
}
