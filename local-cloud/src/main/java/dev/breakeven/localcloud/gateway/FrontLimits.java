package dev.breakeven.localcloud.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * What a front takes and how long it waits.
 *
 * @param requestBytesMax of a body
 * @param eventBytesMax of the event made of it
 * @param answerBytesMax of the function's answer, as JSON
 * @param timeout until it gives up on the function; empty if it waits for as long as that may run
 * @param rate how many requests it takes; empty if as many as come
 */
record FrontLimits(
        int requestBytesMax, int eventBytesMax, int answerBytesMax, Optional<Duration> timeout, Optional<Rate> rate) {

    /** Requests a second, and how many at once after a pause. */
    record Rate(int perSecond, int burst) {}

    private static final int MEBIBYTE = 1024 * 1024;

    /** Lambda's own limit on an event and on an answer. */
    private static final int LAMBDA_BYTES_MAX = 6 * MEBIBYTE + 100;

    private static final Optional<Rate> API_GATEWAY_RATE = Optional.of(new Rate(10_000, 5_000));

    static final FrontLimits REST = new FrontLimits(
            10 * MEBIBYTE, LAMBDA_BYTES_MAX, LAMBDA_BYTES_MAX, Optional.of(Duration.ofSeconds(29)), API_GATEWAY_RATE);

    static final FrontLimits HTTP = new FrontLimits(
            10 * MEBIBYTE, LAMBDA_BYTES_MAX, LAMBDA_BYTES_MAX, Optional.of(Duration.ofSeconds(30)), API_GATEWAY_RATE);

    static final FrontLimits URL =
            new FrontLimits(6 * MEBIBYTE, LAMBDA_BYTES_MAX, LAMBDA_BYTES_MAX, Optional.empty(), Optional.empty());

    /** An Application Load Balancer drops a connection that has been idle for a minute. */
    static final FrontLimits LOAD_BALANCER = new FrontLimits(
            MEBIBYTE, LAMBDA_BYTES_MAX, MEBIBYTE, Optional.of(Duration.ofSeconds(60)), Optional.empty());

    FrontLimits withTimeout(Duration other) {
        return new FrontLimits(requestBytesMax, eventBytesMax, answerBytesMax, Optional.of(other), rate);
    }

    FrontLimits withRate(Rate other) {
        return new FrontLimits(requestBytesMax, eventBytesMax, answerBytesMax, timeout, Optional.of(other));
    }
}
