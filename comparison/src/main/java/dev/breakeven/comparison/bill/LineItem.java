package dev.breakeven.comparison.bill;

import dev.breakeven.comparison.price.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One line of a bill.
 *
 * @param quantity exact; reports round it for the eye
 * @param unitPrice in dollars; negative for a discount
 * @param source where the price comes from
 */
public record LineItem(String name, Item item, BigDecimal quantity, String unit, BigDecimal unitPrice, String source) {

    /** In dollars, rounded to cents half-up, as AWS prints its lines. */
    public BigDecimal amount() {
        return exact().setScale(2, RoundingMode.HALF_UP);
    }

    boolean isDiscount() {
        return unitPrice.signum() < 0;
    }

    BigDecimal exact() {
        return quantity.multiply(unitPrice);
    }
}
