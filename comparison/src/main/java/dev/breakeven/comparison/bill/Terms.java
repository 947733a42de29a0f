package dev.breakeven.comparison.bill;

import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceList;
import java.math.BigDecimal;
import java.util.List;

/** On what terms usage is billed: the same for all that is compared. */
public record Terms(PriceList prices, FreeTier freeTier, BigDecimal hoursPerMonth, List<Discount> discounts) {

    public Terms {
        discounts = List.copyOf(discounts);
    }
}
