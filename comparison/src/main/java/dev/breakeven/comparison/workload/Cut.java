package dev.breakeven.comparison.workload;

import java.time.Duration;

/**
 * A source without its beginning: what arrives from some time on, counted from then.
 *
 * @param from the time that becomes the start
 */
record Cut(Arrivals whole, Duration from) implements Arrivals {

    @Override
    public Cut scaled(double factor) {
        return new Cut(whole.scaled(factor), from);
    }

    @Override
    public double expectedRequests(Duration duration) {
        return whole.expectedRequests(from.plus(duration)) - whole.expectedRequests(from);
    }
}
