package dev.breakeven.comparison.price;

import java.math.BigDecimal;

/** What each month has free of an item. */
public record FreeAmount(String service, String item, BigDecimal quantity, boolean permanent, String source) {

    boolean grantedBy(FreeTier tier) {
        return switch (tier) {
            case NONE -> false;
            case PERMANENT -> permanent;
            case ALL -> true;
        };
    }
}
