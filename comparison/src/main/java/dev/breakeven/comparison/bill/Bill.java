package dev.breakeven.comparison.bill;

import java.math.BigDecimal;
import java.util.List;

/** What a month costs: lines, and the sum of their amounts. */
public record Bill(List<LineItem> lines) {

    public Bill {
        lines = List.copyOf(lines);
    }

    /** What the lines come to before they are rounded, which no invoice says and a comparison of bills needs. */
    public BigDecimal exact() {
        BigDecimal sum = BigDecimal.ZERO;
        for (LineItem line : lines) {
            if (!line.isDiscount()) {
                sum = sum.add(line.exact().multiply(undiscounted(line)));
            }
        }
        return sum;
    }

    /** The part of a line's amount that the discounts on its service leave. */
    private BigDecimal undiscounted(LineItem line) {
        return lines.stream()
                .filter(other -> other.isDiscount()
                        && other.item().service().equals(line.item().service()))
                .map(LineItem::unitPrice)
                .reduce(BigDecimal.ONE, BigDecimal::add);
    }

    public BigDecimal total() {
        return lines.stream().map(LineItem::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
