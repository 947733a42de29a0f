package dev.breakeven.comparison.verdict;

/** Below so many requests a month, of the same shape, the one deployment is cheaper than the other, and above dearer. */
public record BreakEven(String cheaper, String than, long requestsPerMonth) {}
