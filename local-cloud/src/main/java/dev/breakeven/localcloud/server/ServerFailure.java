package dev.breakeven.localcloud.server;

import java.io.IOException;

/** A server did not do its part of a request. */
final class ServerFailure extends IOException {

    private final BalancerError error;

    ServerFailure(BalancerError error, String message) {
        super(message);
        this.error = error;
    }

    ServerFailure(BalancerError error, IOException cause) {
        super(cause);
        this.error = error;
    }

    /** What the caller is told, if it has not been told anything yet. */
    BalancerError error() {
        return error;
    }
}
