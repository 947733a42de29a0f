package dev.breakeven.comparison.workload;

import java.util.Arrays;

/**
 * How many requests are expected, step by step, and over again from the first step when the last is done.
 *
 * @param stepNanos how long each step lasts
 * @param expected requests expected in each step
 */
@SuppressWarnings("ArrayRecordComponent") // Read in the simulator's loop, never handed out.
public record RateSteps(long stepNanos, double[] expected) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public RateSteps {
        if (stepNanos <= 0 || expected.length == 0) {
            throw new IllegalArgumentException("A rate needs a step that lasts");
        }
        for (double requests : expected) {
            if (!(requests >= 0 && requests < 1e12)) {
                throw new IllegalArgumentException("a step has " + requests + " requests; 0 to 10^12 are accepted");
            }
        }
    }

    public static RateSteps steady(double perSecond) {
        return new RateSteps(NANOS_PER_SECOND, new double[] {perSecond});
    }

    RateSteps scaled(double factor) {
        return new RateSteps(
                stepNanos,
                Arrays.stream(expected).map(requests -> factor * requests).toArray());
    }

    /** The rate in a step, in requests per nanosecond. */
    double perNano(long step) {
        return expected[(int) (step % expected.length)] / stepNanos;
    }
}
