package dev.breakeven.localcloud.server;

import java.io.IOException;

/** A server that never became healthy. Its message says why, and ends with what the server printed last. */
public final class StartFailedException extends IOException {

    StartFailedException(String reason, String outputTail) {
        super(reason + (outputTail.isEmpty() ? "; it printed nothing" : "; it printed last:\n" + outputTail));
    }
}
