package dev.breakeven.localcloud.gateway;

/** What can come between a caller and the answer of a function. */
public enum Failure {
    /** The front takes no more requests per second. */
    FRONT_THROTTLED,
    /** The body is larger than the front takes. */
    REQUEST_TOO_LARGE,
    /** The event that the front made is larger than Lambda takes. */
    EVENT_TOO_LARGE,
    /** No execution environment was free, and none could be added. */
    FUNCTION_THROTTLED,
    /** The function did not end within its own timeout. */
    FUNCTION_TIMEOUT,
    /** The function did not end for as long as the front waits. */
    FRONT_TIMEOUT,
    /** The function threw, or its process ended. */
    FUNCTION_ERROR,
    /** The answer is not in the form that the front reads. */
    MALFORMED_ANSWER,
    /** The answer is larger than Lambda or the front takes. */
    ANSWER_TOO_LARGE
}
