package dev.breakeven.comparison.usage;

/** How an API's answers are billed on their way to the internet. */
public enum Traffic {
    /** With all other traffic of the account: what is free first, then tier by tier. */
    TIERED,
    /** At the price of the first tier whatever the volume and nothing free, as in AWS's examples for API Gateway. */
    FLAT,
    /** Not at all: billed elsewhere, or never leaving the region. */
    NONE
}
