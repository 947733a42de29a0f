package dev.breakeven.comparison.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One line of a bill.
 *
 * @param amount in dollars, rounded to cents half-up, as AWS prints its lines
 * @param source where the price comes from
 */
public record LineItem(
        String name, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal amount, String source) {

    static LineItem of(String name, BigDecimal quantity, String unit, BigDecimal unitPrice, String source) {
        BigDecimal amount = quantity.multiply(unitPrice).setScale(2, RoundingMode.HALF_UP);
        return new LineItem(name, quantity, unit, unitPrice, amount, source);
    }
}
