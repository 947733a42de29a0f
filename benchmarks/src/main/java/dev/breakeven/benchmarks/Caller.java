package dev.breakeven.benchmarks;

import java.io.Closeable;
import java.io.IOException;

/** Asks one thing again and again. */
@FunctionalInterface
interface Caller extends Closeable {

    /** One request, from what the way in is given to all that it gives back. */
    Object call() throws IOException;

    @Override
    default void close() throws IOException {}
}
