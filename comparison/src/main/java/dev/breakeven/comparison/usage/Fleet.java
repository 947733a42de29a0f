package dev.breakeven.comparison.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Things that are alike and run side by side.
 *
 * @param count how many there are, at least
 * @param serves requests a month that one can serve; where known, more requests take more of them
 */
public record Fleet(BigDecimal count, @Nullable BigDecimal serves) {

    public static Fleet of(long count) {
        return new Fleet(BigDecimal.valueOf(count), null);
    }

    /** What so many requests a month take. */
    public Fleet at(BigDecimal requests) {
        return serves == null ? this : new Fleet(count.max(requests.divide(serves, 0, RoundingMode.CEILING)), serves);
    }
}
