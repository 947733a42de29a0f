package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.quantity.Distribution;

/**
 * What a function takes for a request, in nanoseconds.
 *
 * @param warm CPU time of any request but the first in an environment
 * @param cold the whole of a first request, init and first call, which is not slowed down by the environment's CPU share; the
 *     first call alone where a snapshot is restored before it
 * @param waiting time without a processor, in addition to either
 * @param responseBytes of an answer
 */
public record FunctionTimes(Distribution warm, Distribution cold, Distribution waiting, long responseBytes) {

    public static final Distribution NO_WAIT = new Distribution.Fixed(0);

    /** With answers that weigh nothing. */
    public FunctionTimes(Distribution warm, Distribution cold, Distribution waiting) {
        this(warm, cold, waiting, 0);
    }
}
