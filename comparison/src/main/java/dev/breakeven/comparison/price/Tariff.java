package dev.breakeven.comparison.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The price of one unit, which may change as more is used: a tier holds from its start to that of the next. */
public record Tariff(List<Tier> tiers) {

    /**
     * A price and where it begins.
     *
     * @param from units used before this price holds
     */
    public record Tier(BigDecimal from, BigDecimal dollarsPerUnit, Evidence evidence) {}

    /** What was used within one tier. */
    public record Slice(BigDecimal quantity, Tier tier) {}

    public Tariff {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.getFirst().from().signum() != 0) {
            throw new IllegalArgumentException("the first tier starts at 0");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("a tier starts above the one before, not at "
                        + tiers.get(i).from().toPlainString());
            }
        }
    }

    /** Whether it has the same tiers at the same prices, wherever they are known from. */
    public boolean costsLike(Tariff other) {
        if (tiers.size() != other.tiers.size()) {
            return false;
        }
        for (int i = 0; i < tiers.size(); i++) {
            Tier one = tiers.get(i);
            Tier another = other.tiers.get(i);
            if (one.from().compareTo(another.from()) != 0
                    || one.dollarsPerUnit().compareTo(another.dollarsPerUnit()) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The quantity cut where the price changes; at least one slice, be it empty. */
    public List<Slice> slices(BigDecimal quantity) {
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("nobody uses " + quantity.toPlainString());
        }
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            BigDecimal upTo =
                    i + 1 < tiers.size() ? quantity.min(tiers.get(i + 1).from()) : quantity;
            BigDecimal inTier = upTo.subtract(tier.from());
            if (i == 0 || inTier.signum() > 0) {
                slices.add(new Slice(inTier, tier));
            }
        }
        return slices;
    }

    /** What a quantity costs, in dollars. */
    public BigDecimal costOf(BigDecimal quantity) {
        return slices(quantity).stream()
                .map(slice -> slice.quantity().multiply(slice.tier().dollarsPerUnit()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
