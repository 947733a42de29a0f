package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.measurement.WarmUp;
import java.util.Arrays;

/** How many calls each environment has had, by its number. */
final class CallCounts {

    private int[] counts = new int[64];

    /** The number of the call that an environment now gets, from 1 on; a provisioned one is taken to be warm. */
    int next(int environment) {
        if (environment == 0) {
            return WarmUp.WARM;
        }
        if (environment >= counts.length) {
            counts = Arrays.copyOf(counts, 2 * environment);
        }
        return ++counts[environment];
    }
}
