package dev.breakeven.comparison.deployment;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands between callers and a service, by its limits in 2026: a token bucket for requests, how long it waits for an answer,
 * and how large a body it hands on either way. To a function a body goes as an event, in Base64, which takes four bytes for three,
 * and so does its answer; servers get it as it is. From the API Gateway guide, the ALB guide and
 * github.com/aws/agent-toolkit-for-aws. A gateway's own 10 MB never bind: Lambda's 6 MB do.
 *
 * @see <a href="https://github.com/aws/agent-toolkit-for-aws">AWS agent toolkit</a>
 */
public enum Front {
    /** The function or the server is called as it is, and nobody but the caller stops waiting. */
    NONE(0, 0, Duration.ofDays(10_000), 6 << 20),
    /** An API Gateway REST API. */
    REST(10_000, 5_000, Duration.ofSeconds(29), 6 << 20),
    /** An API Gateway HTTP API. */
    HTTP(10_000, 5_000, Duration.ofSeconds(30), 6 << 20),
    /** A function URL, which waits as long as a function may run. */
    URL(0, 0, Duration.ofMinutes(15), 6 << 20),
    /** An Application Load Balancer, which drops a connection that has been idle for a minute. */
    ALB(0, 0, Duration.ofSeconds(60), 1 << 20),
    /** A Classic Load Balancer, which does the same, keeps requests waiting when no server has room, and calls no function. */
    CLASSIC(0, 0, Duration.ofSeconds(60), 0);

    /** What calls functions. */
    public static final Set<Front> BEFORE_FUNCTIONS = Set.of(NONE, REST, HTTP, URL, ALB);

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

    /**
     * Reads a front by its name, in small letters or in capitals.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static Front parse(String text) {
        return Stream.of(values())
                .filter(front -> front.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no front; " + names(Set.of(values())) + " are."));
    }

    /** Refuses to stand before what it cannot call. */
    void checkIsAmong(Set<Front> accepted, String before) {
        if (!accepted.contains(this)) {
            throw new IllegalArgumentException("before " + before + " there is " + names(accepted) + ", not "
                    + name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    private static String names(Set<Front> fronts) {
        return Stream.of(values())
                .filter(fronts::contains)
                .map(front -> front.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Tokens that the bucket gets, or 0 where there is no bucket. */
    public int requestsPerSecond() {
        return requestsPerSecond;
    }

    /** Tokens that the bucket holds. */
    public int burst() {
        return burst;
    }

    /** How long it waits for an answer. */
    public Duration timeout() {
        return timeout;
    }

    /** The largest body that fits into an event or into a function's answer, in bytes. */
    public int bodyBytesMax() {
        return eventBytesMax / 4 * 3;
    }
}
