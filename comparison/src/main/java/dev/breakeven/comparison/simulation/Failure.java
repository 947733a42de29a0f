package dev.breakeven.comparison.simulation;

/** The ways in which a request can end without an answer that is of use to its caller. */
public enum Failure {
    /** No execution environment was free and none could be added. */
    THROTTLED,
    /** The front or the caller stopped waiting. */
    TIMEOUT,
    /** The server's queue was full, and a balancer in front of it answers 502. */
    REFUSED,
    /** No server was there to take it, or the balancer's own queue was full: 503. */
    UNAVAILABLE,
    /** Its server was taken away before it was done. */
    CUT_OFF
}
