package dev.breakeven.comparison.bill;

import static java.util.function.Function.identity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What something does to usage, as it was seen: each quantity of the usage that it is done to becomes as many times as large as the
 * same quantity became then. What there was nothing of before comes along as it is, and what there was nothing of afterwards goes.
 */
public final class Change {

    private final Map<Charge.Key, Charge> before;
    private final Map<Charge.Key, Charge> after;

    Change(List<Charge> before, List<Charge> after) {
        this.before = byKey(before);
        this.after = byKey(after);
    }

    List<Charge> of(List<Charge> charges) {
        List<Charge> changed = new ArrayList<>();
        Set<Charge.Key> seen = new HashSet<>();
        for (Charge charge : charges) {
            seen.add(charge.key());
            @Nullable Charge now = after.get(charge.key());
            @Nullable Charge then = before.get(charge.key());
            if (now != null) {
                BigDecimal quantity = then == null ? BigDecimal.ZERO : then.quantity();
                changed.add(
                        quantity.signum() == 0
                                ? now
                                : charge.times(now.quantity().divide(quantity, MathContext.DECIMAL128)));
            }
        }
        after.forEach((key, charge) -> {
            if (!seen.contains(key)) {
                changed.add(charge);
            }
        });
        return changed;
    }

    private static Map<Charge.Key, Charge> byKey(List<Charge> charges) {
        return charges.stream()
                .collect(Collectors.toMap(Charge::key, identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
