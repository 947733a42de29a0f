package dev.breakeven.comparison.deployment;

import java.time.Duration;

/**
 * What stands between callers and a function, by its limits in 2026: a token bucket for requests, and how long it waits for
 * the function, and how large a body it hands on either way. Bodies go in Base64, which takes four bytes for three. From the API
 * Gateway guide, the ALB guide and github.com/aws/agent-toolkit-for-aws. A gateway's own 10 MB never bind: Lambda's 6 MB do.
 *
 * @see <a href="https://github.com/aws/agent-toolkit-for-aws">AWS agent toolkit</a>
 */
public enum Front {
    /** The function is called as it is, and nobody but the caller stops waiting. */
    NONE(0, 0, Duration.ofDays(10_000), 6 << 20),
    /** An API Gateway REST API. */
    REST(10_000, 5_000, Duration.ofSeconds(29), 6 << 20),
    /** An API Gateway HTTP API. */
    HTTP(10_000, 5_000, Duration.ofSeconds(30), 6 << 20),
    /** A function URL, which waits as long as a function may run. */
    URL(0, 0, Duration.ofMinutes(15), 6 << 20),
    /** An Application Load Balancer, which drops a connection that has been idle for a minute. */
    ALB(0, 0, Duration.ofSeconds(60), 1 << 20);

    private final int requestsPerSecond;
    private final int burst;
    private final Duration timeout;
    private final int eventBytesMax;

    Front(int requestsPerSecond, int burst, Duration timeout, int eventBytesMax) {
        this.requestsPerSecond = requestsPerSecond;
        this.burst = burst;
        this.timeout = timeout;
        this.eventBytesMax = eventBytesMax;
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

    /** The largest body that fits into an event or into a function's answer, in bytes. */
    public int bodyBytesMax() {
        return eventBytesMax / 4 * 3;
    }
}
