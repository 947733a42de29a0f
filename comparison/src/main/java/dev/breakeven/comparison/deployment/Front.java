package dev.breakeven.comparison.deployment;

import java.time.Duration;

/**
 * What stands between callers and a function, by its limits in 2026: a token bucket for requests, and how long it waits for
 * the function. From the API Gateway guide and github.com/aws/agent-toolkit-for-aws; payload limits are left out.
 *
 * @see <a href="https://github.com/aws/agent-toolkit-for-aws">AWS agent toolkit</a>
 */
public enum Front {
    /** The function is called as it is, and nobody but the caller stops waiting. */
    NONE(0, 0, Duration.ofDays(10_000)),
    /** An API Gateway REST API. */
    REST(10_000, 5_000, Duration.ofSeconds(29)),
    /** An API Gateway HTTP API. */
    HTTP(10_000, 5_000, Duration.ofSeconds(30)),
    /** A function URL, which waits as long as a function may run. */
    URL(0, 0, Duration.ofMinutes(15)),
    /** An Application Load Balancer, which drops a connection that has been idle for a minute. */
    ALB(0, 0, Duration.ofSeconds(60));

    private final int requestsPerSecond;
    private final int burst;
    private final Duration timeout;

    Front(int requestsPerSecond, int burst, Duration timeout) {
        this.requestsPerSecond = requestsPerSecond;
        this.burst = burst;
        this.timeout = timeout;
    }

    /** Tokens that the bucket gets, or 0 where there is no bucket. */
    public int requestsPerSecond() {
        return requestsPerSecond;
    }

    /** Tokens that the bucket holds. */
    public int burst() {
        return burst;
    }

    public Duration timeout() {
        return timeout;
    }
}
