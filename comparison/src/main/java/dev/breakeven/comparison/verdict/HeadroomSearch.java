package dev.breakeven.comparison.verdict;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * Looks for the largest multiple of a crowd that is held: doubled or halved until that changes, then bisected in the logarithm. Who
 * holds a crowd is taken to hold every smaller one.
 */
final class HeadroomSearch {

    private static final double PRECISION = 0.01;

    private HeadroomSearch() {}

    /**
     * The two sides of the edge.
     *
     * @param held 0 if not even a thousandth is held
     * @param failed at most 1 % more, the least that was tried if nothing is held, and none if all that was tried is held
     */
    record Edge(double held, OptionalDouble failed) {}

    /**
     * Searches.
     *
     * @param holds whether so many times the crowd is held
     * @param most no more is tried
     */
    static Edge of(DoublePredicate holds, double most) {
        double least = 1 / 1_024.0;
        double held = 1;
        double failed = 1;
        if (holds.test(1)) {
            while (failed == held) {
                if (held >= most) {
                    return new Edge(most, OptionalDouble.empty());
                }
                failed = Math.min(most, 2 * held);
                if (holds.test(failed)) {
                    held = failed;
                }
            }
        } else {
            do {
                failed = held;
                held = failed / 2;
                if (held < least) {
                    return new Edge(0, OptionalDouble.of(failed));
                }
            } while (!holds.test(held));
        }
        while (failed > held * (1 + PRECISION)) {
            double middle = Math.sqrt(held * failed);
            if (holds.test(middle)) {
                held = middle;
            } else {
                failed = middle;
            }
        }
        return new Edge(held, OptionalDouble.of(failed));
    }
}
