package dev.breakeven.comparison.bill;

import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceList;
import java.math.BigDecimal;
import java.util.List;

/** On what terms usage is billed: the same for all that is compared. */
public record Terms(PriceList prices, FreeTier freeTier, BigDecimal hoursPerMonth, List<Discount> discounts) {

    /** Of an average month. */
    public static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

    public Terms {
        discounts = List.copyOf(discounts);
    }

    /** What commands bill by if nothing is said: an average month, and what is free for ever. */
    public static Terms of(PriceList prices) {
        return new Terms(prices, FreeTier.PERMANENT, HOURS_PER_MONTH, List.of());
    }
}
