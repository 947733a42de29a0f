package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;

/** The token buckets in a request's way, filled as the documents of AWS have it. */
final class Limits {

    private static final double NANOS_PER_SECOND = 1e9;

    private Limits() {}

    static TokenBucket ofFront(Front front) {
        return front.requestsPerSecond() == 0
                ? TokenBucket.ENDLESS
                : new TokenBucket(front.requestsPerSecond() / NANOS_PER_SECOND, front.burst());
    }

    /** Ten requests a second for each unit of concurrency, of which a second's worth may come at once. */
    static TokenBucket ofRequests(FunctionScaling scaling) {
        double perSecond = (double) FunctionScaling.REQUESTS_PER_SECOND_AND_CONCURRENCY * scaling.concurrency();
        return new TokenBucket(perSecond / NANOS_PER_SECOND, perSecond);
    }

    static TokenBucket ofGrowth(FunctionScaling.Growth growth) {
        return new TokenBucket(growth.environments() / (double) growth.per().toNanos(), growth.environments());
    }
}
