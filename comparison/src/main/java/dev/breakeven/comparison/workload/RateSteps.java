package dev.breakeven.comparison.workload;

import java.time.Duration;
import java.util.Arrays;

/**
 * A Poisson process whose rate changes in steps, such as requests counted every five minutes.
 *
 * @param stepNanos how long each step lasts
 * @param expected requests expected in each step
 * @param repeats whether the first step follows the last; otherwise nothing does
 */
@SuppressWarnings("ArrayRecordComponent") // Read in the simulator's loop, never handed out.
public record RateSteps(long stepNanos, double[] expected, boolean repeats) implements Arrivals, SteppedRate {

    private static final double EXPECTED_MAX = 1e15;
    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

    public RateSteps {
        if (stepNanos <= 0 || expected.length == 0) {
            throw new IllegalArgumentException("A rate needs a step that lasts");
        }
        for (double requests : expected) {
            if (!(requests >= 0 && requests <= EXPECTED_MAX)) {
                throw new IllegalArgumentException("a step has " + requests + " requests; 0 to 10^15 are accepted");
            }
        }
    }

    /** Steps that begin again when the last is over. */
    public RateSteps(long stepNanos, double[] expected) {
        this(stepNanos, expected, true);
    }

    public static RateSteps steady(double perSecond) {
        return new RateSteps(NANOS_PER_HOUR, new double[] {3_600 * perSecond});
    }

    @Override
    public double expected(long step) {
        if (step < expected.length) {
            return expected[(int) step];
        }
        return repeats ? expected[(int) (step % expected.length)] : 0;
    }

    @Override
    public RateSteps scaled(double factor) {
        return new RateSteps(
                stepNanos,
                Arrays.stream(expected).map(requests -> factor * requests).toArray(),
                repeats);
    }

    @Override
    public double expectedRequests(Duration duration) {
        long whole = duration.toNanos() / stepNanos;
        double partly = (double) (duration.toNanos() % stepNanos) / stepNanos * expected(whole);
        double rounds = repeats ? Math.floorDiv(whole, expected.length) : 0;
        int rest = (int) (repeats ? whole % expected.length : Math.min(whole, expected.length));
        return rounds * Arrays.stream(expected).sum()
                + Arrays.stream(expected, 0, rest).sum()
                + partly;
    }
}
