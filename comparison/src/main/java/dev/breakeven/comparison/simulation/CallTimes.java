package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.workload.RequestStream;

/** How long a function takes for the request under the cursor, in wall nanoseconds of its environment. */
interface CallTimes {

    /**
     * Any request but the first of an environment.
     *
     * @param environment its number in the order of creation; 0 for any that was provisioned
     */
    long warmNanos(RequestStream request, int environment);

    /** The whole of a first request: init and first call. */
    long coldNanos(RequestStream request, int environment);

    /** The init of the first request that was asked for last. */
    long initNanos();

    long responseBytes(RequestStream request);
}
