package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.quantity.Distribution;
import java.time.Duration;

/**
 * How the execution environments of one function come, are chosen and go.
 *
 * @param keepAlive how long an idle one is kept, in nanoseconds
 * @param concurrency requests that may be served at a time: the account's, or what is reserved of it
 * @param provisioned environments that are always ready and never expire
 */
public record FunctionScaling(Distribution keepAlive, Reuse reuse, int concurrency, int provisioned, Growth growth) {

    /** Requests per second and per unit of concurrency that Lambda accepts, whatever the requests take. */
    public static final int REQUESTS_PER_SECOND_AND_CONCURRENCY = 10;

    /**
     * How many environments may be added in a while. The allowance is refilled continuously and never holds more.
     */
    public record Growth(int environments, Duration per) {

        /** Lambda's in 2026, for each function. */
        public static final Growth LAMBDA = new Growth(1_000, Duration.ofSeconds(10));

        public Growth {
            if (environments < 1 || per.isNegative() || per.isZero()) {
                throw new IllegalArgumentException(
                        "growth takes at least one environment in a while, as in 1000/10s, not " + environments + "/"
                                + per.toMillis() + "ms");
            }
        }
    }

    public FunctionScaling {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency takes 1 or more, not " + concurrency);
        }
        if (provisioned < 0 || provisioned > concurrency) {
            throw new IllegalArgumentException(
                    "provisioned takes 0 to the concurrency of " + concurrency + ", not " + provisioned);
        }
    }

    /** The same with another limit on requests at a time. */
    public FunctionScaling withConcurrency(int limit) {
        return new FunctionScaling(keepAlive, reuse, limit, provisioned, growth);
    }

    /** Lambda's habits, with nothing provisioned. */
    public static FunctionScaling onDemand(Distribution keepAlive, int concurrency) {
        return new FunctionScaling(keepAlive, Reuse.MOST_RECENT, concurrency, 0, Growth.LAMBDA);
    }
}
