package dev.breakeven.comparison.price;

import java.math.BigDecimal;
import java.util.List;

/** What each month has free of some items together, taken from them in their order. */
public record FreeAmount(List<Item> items, BigDecimal quantity, boolean permanent, String source) {

    public FreeAmount {
        items = List.copyOf(items);
    }

    public boolean grantedBy(FreeTier tier) {
        return switch (tier) {
            case NONE -> false;
            case PERMANENT -> permanent;
            case ALL -> true;
        };
    }
}
