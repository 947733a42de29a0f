package dev.breakeven.comparison.bill;

import java.math.BigDecimal;
import java.util.List;

/** What a month costs: lines, and the sum of their amounts. */
public record Bill(List<LineItem> lines) {

    public Bill {
        lines = List.copyOf(lines);
    }

    public BigDecimal total() {
        return lines.stream().map(LineItem::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
