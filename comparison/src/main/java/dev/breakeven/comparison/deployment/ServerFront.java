package dev.breakeven.comparison.deployment;

import java.time.Duration;

/** What stands between callers and servers. */
public enum ServerFront {
    /** A server's own address. */
    NONE(Duration.ofDays(10_000)),
    /** An Application Load Balancer, which drops a connection that has been idle for a minute. */
    ALB(Duration.ofSeconds(60)),
    /** A Classic Load Balancer, which does the same and keeps requests waiting when no server has room. */
    CLASSIC(Duration.ofSeconds(60));

    private final Duration timeout;

    ServerFront(Duration timeout) {
        this.timeout = timeout;
    }

    /** How long it waits for an answer. */
    public Duration timeout() {
        return timeout;
    }
}
