package dev.breakeven.comparison.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How providers round what they count: up. */
final class Rounding {

    private Rounding() {}

    static BigDecimal up(BigDecimal quantity) {
        return quantity.setScale(0, RoundingMode.CEILING);
    }
}
