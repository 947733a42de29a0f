package dev.breakeven.comparison.workload;

import java.time.Duration;

/**
 * A source without its beginning: what arrives from some time on, counted from then. What comes by chance before the cut is not
 * drawn, so that what comes after it is another draw of the same law.
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
