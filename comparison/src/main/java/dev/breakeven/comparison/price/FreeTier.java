package dev.breakeven.comparison.price;

/** Which free amounts a bill takes off: none, those for ever, or also those of an account's first twelve months. */
public enum FreeTier {
    NONE,
    PERMANENT,
    ALL
}
