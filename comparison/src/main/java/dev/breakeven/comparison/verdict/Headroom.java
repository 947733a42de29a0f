package dev.breakeven.comparison.verdict;

import java.util.function.DoublePredicate;

/**
 * The largest multiple of a crowd that a deployment holds: doubled or halved until that changes, then bisected in the logarithm.
 * A deployment is taken to hold every smaller crowd than one that it holds.
 */
final class Headroom {

    private static final double PRECISION = 0.01;

    private Headroom() {}

    /**
     * Searches.
     *
     * @param holds whether so many times the crowd is held
     * @param most no more is tried
     * @return 0 if not even a thousandth is held; {@code most} if all that was tried is
     */
    static double of(DoublePredicate holds, double most) {
        double least = 1 / 1_024.0;
        double held = 1;
        double failed = 1;
        if (holds.test(1)) {
            while (failed == held) {
                if (held >= most) {
                    return most;
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
                    return 0;
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
        return held;
    }
}
