package dev.breakeven.localcloud.function;

/**
 * What a function has consumed so far.
 *
 * @param invocations that environments were given
 * @param throttled that were not
 * @param billedMillis each call rounded up, and its init with the first
 * @param platformLogBytes START, END, REPORT and the like
 * @param functionLogBytes what the function printed
 * @param environments that there are now
 * @param environmentsPeak the most at once
 * @param environmentsMean over the time since the start
 */
public record PoolUsage(
        long invocations,
        long throttled,
        long billedMillis,
        long coldStarts,
        long platformLogBytes,
        long functionLogBytes,
        int environments,
        int environmentsPeak,
        double environmentsMean) {}
