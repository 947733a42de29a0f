package dev.breakeven.comparison.simulation;

/** The ways in which a request can end without an answer that is of use to its caller. */
public enum Failure {
    /** The front's token bucket was empty. */
    FRONT_THROTTLED(Group.THROTTLED),
    /** More requests a second than ten times the function's concurrency. */
    RATE_THROTTLED(Group.THROTTLED),
    /** As many requests as the function's concurrency, or the threads of its instances, were being served. */
    CONCURRENCY_THROTTLED(Group.THROTTLED),
    /** No environment was idle, and none could be added so soon. */
    GROWTH_THROTTLED(Group.THROTTLED),
    /** The front stopped waiting. */
    FRONT_TIMEOUT(Group.TIMEOUT),
    /** The function did not end within its own timeout. */
    FUNCTION_TIMEOUT(Group.TIMEOUT),
    /** The caller stopped waiting. */
    CLIENT_TIMEOUT(Group.TIMEOUT),
    /** The server's queue was full, for which a balancer in front of it answers 502. */
    QUEUE_FULL(Group.REFUSED),
    /** No server was there to take it, or the balancer's own queue was full: 503. */
    UNAVAILABLE(Group.REFUSED),
    /** Its body does not fit through the front. */
    TOO_LARGE(Group.REFUSED),
    /** Its answer does not fit through the front. */
    ANSWER_TOO_LARGE(Group.FAILED),
    /** Its server was taken away before it was done. */
    CUT_OFF(Group.FAILED);

    /** What the causes have in common, as scripts know them. */
    public enum Group {
        /** Refused before it reached the service; nothing was run for it. */
        THROTTLED,
        /** It took too long for somebody on the way; it was worked at all the same, and a function is billed for that. */
        TIMEOUT,
        /** Turned away because there was no room for it. */
        REFUSED,
        /** Begun, and nothing came of it. */
        FAILED
    }

    private final Group group;

    Failure(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }
}
