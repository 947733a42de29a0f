package dev.breakeven.comparison.bill;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.price.FreeAmount;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.Item;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** How much of one item was used in a month, all uses together, and how much of that may be free. */
public final class Charge {

    /**
     * What is counted together.
     *
     * @param name the line of the bill
     * @param unit what the item is counted in, which must be that of its price
     * @param flat whether all of it has the price of the first tier and nothing is free
     */
    record Key(String name, Item item, String unit, boolean flat) {}

    private final Key key;
    private final Map<FreeTier, BigDecimal> used = new EnumMap<>(FreeTier.class);

    Charge(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    /** So many times as much of it. */
    Charge times(BigDecimal factor) {
        Charge more = new Charge(key);
        used.forEach((tier, quantity) -> more.add(quantity.multiply(factor), tier));
        return more;
    }

    void add(BigDecimal quantity, FreeTier freeTier) {
        used.merge(freeTier, quantity, BigDecimal::add);
    }

    String name() {
        return key.name();
    }

    public Item item() {
        return key.item();
    }

    String unit() {
        return key.unit();
    }

    boolean isFlat() {
        return key.flat();
    }

    public BigDecimal quantity() {
        return used.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How much a free amount may be taken off. */
    public BigDecimal eligible(FreeAmount amount) {
        BigDecimal eligible = BigDecimal.ZERO;
        if (key.flat() || !amount.items().contains(key.item())) {
            return eligible;
        }
        for (FreeTier tier : used.keySet()) {
            if (amount.grantedBy(tier)) {
                eligible = eligible.add(requireNonNull(used.get(tier)));
            }
        }
        return eligible;
    }
}
