package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.simulation.Usage;
import java.math.BigDecimal;
import java.time.Duration;

/** On what terms usage is billed: the same for all that is compared. */
public record Terms(PriceList prices, FreeTier freeTier, BigDecimal hoursPerMonth) {

    Bill bill(Usage usage, Duration over) {
        return Billing.month(usage, over, prices, freeTier, hoursPerMonth);
    }
}
