package dev.breakeven.comparison.deployment;

/** Which of several idle execution environments takes the next request. Public measurements exclude {@link #RANDOM}. */
public enum Reuse {
    /** The one that has been idle for the shortest time. */
    MOST_RECENT,
    /** The one that was created last. */
    NEWEST,
    /** The one that was created first. */
    OLDEST,
    RANDOM
}
