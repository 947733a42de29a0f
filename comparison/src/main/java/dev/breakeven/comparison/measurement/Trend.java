package dev.breakeven.comparison.measurement;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Whether something grows while it is being measured. */
final class Trend {

    private static final int VALUES_MIN = 60;

    private Trend() {}

    /**
     * The median of the last third over that of the first, if it is so many times as much or more, and grows from third to third.
     */
    static OptionalDouble growth(double[] values, double least) {
        if (values.length < VALUES_MIN) {
            return OptionalDouble.empty();
        }
        int third = values.length / 3;
        double first = median(Arrays.copyOfRange(values, 0, third));
        double middle = median(Arrays.copyOfRange(values, third, 2 * third));
        double last = median(Arrays.copyOfRange(values, 2 * third, values.length));
        boolean rises = first < middle && middle < last && last >= least * first;
        return rises ? OptionalDouble.of(last / first) : OptionalDouble.empty();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
