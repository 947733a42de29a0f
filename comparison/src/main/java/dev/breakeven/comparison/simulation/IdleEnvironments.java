package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Reuse;
import java.util.random.RandomGenerator;

/**
 * Execution environments that wait for a request, and which of them is taken next. One that has been idle for too long is
 * found out only when its turn comes: until then it does no harm, for a new environment is made only when all have had theirs.
 */
interface IdleEnvironments {

    /** An environment, by the number in which it was created, is idle from now on. */
    void add(int environment, long nowNanos);

    boolean isEmpty();

    /** Takes the next one out, and returns since when it has been idle; there must be one. */
    long removeNext();

    /** The environment that was removed last. */
    int removed();

    static IdleEnvironments inOrderOf(Reuse reuse, RandomGenerator random) {
        return switch (reuse) {
            case MOST_RECENT -> new IdleStack();
            case NEWEST -> new IdleHeap(-1);
            case OLDEST -> new IdleHeap(1);
            case RANDOM -> new IdleBag(random);
        };
    }
}
