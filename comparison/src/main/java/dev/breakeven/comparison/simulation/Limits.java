package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;

/** The limits in a request's way, as the documents of AWS have them. */
final class Limits {

    private static final double NANOS_PER_SECOND = 1e9;

    private Limits() {}

    static TokenBucket ofFront(Front front) {
        return front.requestsPerSecond() == 0
                ? TokenBucket.ENDLESS
                : new TokenBucket(front.requestsPerSecond() / NANOS_PER_SECOND, front.burst());
    }

    static RequestsPerSecond ofRequests(FunctionScaling scaling) {
        return new RequestsPerSecond(
                (long) FunctionScaling.REQUESTS_PER_SECOND_AND_CONCURRENCY * scaling.concurrency());
    }

    static TokenBucket ofGrowth(FunctionScaling.Growth growth) {
        return new TokenBucket(growth.environments() / (double) growth.per().toNanos(), growth.environments());
    }
}
