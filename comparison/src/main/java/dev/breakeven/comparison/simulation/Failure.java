package dev.breakeven.comparison.simulation;

/** The ways in which a request can end without an answer that is of use to its caller. */
public enum Failure {
    /** No execution environment was free and none could be added. */
    THROTTLED,
    /** The front or the caller stopped waiting. */
    TIMEOUT
}
