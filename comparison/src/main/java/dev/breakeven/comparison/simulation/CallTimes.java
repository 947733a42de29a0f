package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.workload.RequestStream;

/** How long a function takes for the request under the cursor, in wall nanoseconds of its environment. */
interface CallTimes {

    long warmNanos(RequestStream request);

    /** The whole of a first request: init and first call. */
    long coldNanos(RequestStream request);

    /** The init of the first request that was asked for last. */
    long initNanos();

    long responseBytes(RequestStream request);
}
