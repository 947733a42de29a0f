package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.workload.RequestStream;

/** What the request under the cursor takes of a server; the same for the same request on every deployment. */
interface ServerWork {

    /** CPU time. */
    double cpuNanos(RequestStream request);

    /** Time beyond that, without a processor. */
    long waitNanos(RequestStream request);

    /** Sent back, head and body. */
    long responseBytes(RequestStream request);
}
