package dev.breakeven.comparison.simulation;

/** The ways in which a request can end without an answer that is of use to its caller. */
public enum Failure {
    /** The front's token bucket was empty. */
    FRONT_THROTTLED(Group.THROTTLED),
    /** More requests a second than ten times the function's concurrency. */
    RATE_THROTTLED(Group.THROTTLED),
    /** As many requests as the function's concurrency were being served. */
    CONCURRENCY_THROTTLED(Group.THROTTLED),
    /** No environment was idle, and none could be added so soon. */
    GROWTH_THROTTLED(Group.THROTTLED),
    /** The front stopped waiting. */
    FRONT_TIMEOUT(Group.TIMEOUT),
    /** The caller stopped waiting. */
    CLIENT_TIMEOUT(Group.TIMEOUT);

    /** What the causes have in common, as scripts know them. */
    public enum Group {
        /** Refused before it reached the service; nothing was run for it. */
        THROTTLED,
        /** Nobody waited for the answer any more; it was worked out all the same. */
        TIMEOUT
    }

    private final Group group;

    Failure(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }
}
