package dev.breakeven.comparison.price;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How a provider counted on the day of a price list, where that has changed over the years.
 *
 * @param durationStepNanos each call of a function is rounded up to a multiple of this
 * @param initBilled whether starting an environment counts as part of the call that it was started for
 */
public record MeteringRules(long durationStepNanos, boolean initBilled) {

    /** The nanoseconds that are billed for a call of so many. */
    public long billedNanos(long nanos) {
        return Math.ceilDiv(nanos, durationStepNanos) * durationStepNanos;
    }

    /** The seconds that are billed for one call. */
    public BigDecimal billedSeconds(Duration call) {
        return BigDecimal.valueOf(billedNanos(call.toNanos()), 9);
    }
}
