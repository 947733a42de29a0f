package dev.breakeven.comparison.bill;

import dev.breakeven.comparison.price.FreeAmount;
import dev.breakeven.comparison.price.Item;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is free of the charges of one month. Charges that share a free amount take it in the order of its items. */
final class FreeAllowance {

    /** A part of a charge that is free. */
    record Part(BigDecimal quantity, String source) {}

    private final Map<Charge, Part> parts = new HashMap<>();

    FreeAllowance(List<FreeAmount> amounts, List<Charge> charges) {
        for (FreeAmount amount : amounts) {
            BigDecimal left = amount.quantity();
            for (Item item : amount.items()) {
                for (Charge charge : charges) {
                    if (charge.item().equals(item)) {
                        left = left.subtract(take(left, amount, charge));
                    }
                }
            }
        }
    }

    private BigDecimal take(BigDecimal left, FreeAmount amount, Charge charge) {
        BigDecimal quantity = left.min(charge.eligible(amount));
        if (quantity.signum() > 0) {
            parts.merge(
                    charge,
                    new Part(quantity, amount.source()),
                    (one, other) -> new Part(one.quantity().add(other.quantity()), one.source()));
        }
        return quantity;
    }

    Optional<Part> of(Charge charge) {
        return Optional.ofNullable(parts.get(charge));
    }
}
