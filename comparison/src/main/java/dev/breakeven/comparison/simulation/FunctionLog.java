package dev.breakeven.comparison.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What Lambda itself writes into a function's log: three lines for every call, and a fourth figure after a cold start. */
final class FunctionLog {

    /** CloudWatch Logs counts 26 bytes of its own for every event. */
    private static final int BYTES_PER_EVENT = 26;

    private static final String ID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    private static final int CALL_BYTES = bytes("START RequestId: " + ID + " Version: $LATEST")
            + bytes("END RequestId: " + ID)
            + bytes("REPORT RequestId: " + ID
                    + "\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 1769 MB\tMax Memory Used: 110 MB\t");

    private static final int COLD_START_BYTES = "Init Duration: 234.56 ms\t".getBytes(UTF_8).length;

    private FunctionLog() {}

    static long bytes(long calls, long coldStarts) {
        return calls * CALL_BYTES + coldStarts * COLD_START_BYTES;
    }

    private static int bytes(String line) {
        return line.getBytes(UTF_8).length + 1 + BYTES_PER_EVENT;
    }
}
