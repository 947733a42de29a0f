package dev.breakeven.core;

/** Answers a request: the whole contract between a service and the ways into it. Implementations are safe for use by threads. */
@FunctionalInterface
public interface Handler {

    /**
     * Never null, whatever was asked; what a caller did wrong is answered by a {@link Problem}. An exception is a fault of the
     * handler, which the way in logs and answers with 500.
     */
    Response handle(Request request);
}
