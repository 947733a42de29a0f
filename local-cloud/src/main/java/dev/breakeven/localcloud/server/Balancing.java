package dev.breakeven.localcloud.server;

/** Which server gets a request. */
public enum Balancing {
    ROUND_ROBIN,
    /** The one with the fewest requests begun and not yet answered; of equals, the one whose turn it is. */
    LEAST_OUTSTANDING
}
