package dev.breakeven.comparison.bill;

import dev.breakeven.comparison.price.Price;
import dev.breakeven.comparison.price.Tariff;
import dev.breakeven.comparison.usage.Usage;
import dev.breakeven.comparison.usage.UsageItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bills a month's usage. What is free of an item goes first, on a line of its own, then the rest tier by tier; the discounts
 * come last. Each line is rounded to cents, and then they are added.
 */
public final class Billing {

    private final Terms terms;

    public Billing(Terms terms) {
        this.terms = terms;
    }

    /**
     * Bills usage on the terms' free tier.
     *
     * @throws dev.breakeven.comparison.price.MissingPriceException if the list lacks a price that the usage needs
     */
    public Bill month(List<Usage> usage) {
        return bill(usage.stream()
                .map(used -> new UsageItem(used, terms.freeTier()))
                .toList());
    }

    /**
     * Bills usage that says itself which free amounts are its.
     *
     * @throws dev.breakeven.comparison.price.MissingPriceException if the list lacks a price that the usage needs
     */
    public Bill bill(List<UsageItem> usage) {
        return of(Metering.of(usage, terms.prices()));
    }

    /** What became of usage. */
    public Change change(List<UsageItem> from, List<UsageItem> to) {
        return new Change(Metering.of(from, terms.prices()), Metering.of(to, terms.prices()));
    }

    /** The bill of usage that several changes have been made to. */
    public Bill bill(List<UsageItem> usage, List<Change> changes) {
        List<Charge> charges = Metering.of(usage, terms.prices());
        for (Change change : changes) {
            charges = change.of(charges);
        }
        return of(charges);
    }

    private Bill of(List<Charge> charges) {
        List<LineItem> lines = lines(charges);
        List<LineItem> all = new ArrayList<>(lines);
        for (Discount discount : terms.discounts()) {
            BigDecimal dollars = lines.stream()
                    .filter(line -> line.item().service().equals(discount.service()))
                    .map(LineItem::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (dollars.signum() > 0) {
                all.add(discount.line(dollars));
            }
        }
        return new Bill(all);
    }

    private List<LineItem> lines(List<Charge> charges) {
        FreeAllowance allowance = new FreeAllowance(terms.prices().freeAmounts(), charges);
        List<LineItem> lines = new ArrayList<>();
        for (Charge charge : charges) {
            Price price = terms.prices().price(charge.item(), charge.unit());
            Optional<FreeAllowance.Part> free = allowance.of(charge);
            BigDecimal billable = charge.quantity();
            if (free.isPresent()) {
                billable = billable.subtract(free.get().quantity());
                lines.add(free(charge, free.get()));
            }
            if (free.isEmpty() || billable.signum() > 0) {
                lines.addAll(billed(charge, billable, price));
            }
        }
        return lines;
    }

    private static LineItem free(Charge charge, FreeAllowance.Part part) {
        return new LineItem(
                charge.name() + ", free",
                charge.item(),
                part.quantity(),
                charge.unit(),
                BigDecimal.ZERO,
                part.source());
    }

    private static List<LineItem> billed(Charge charge, BigDecimal quantity, Price price) {
        List<Tariff.Slice> slices = charge.isFlat()
                ? List.of(new Tariff.Slice(quantity, price.tariff().tiers().getFirst()))
                : price.tariff().slices(quantity);
        return slices.stream()
                .map(slice -> new LineItem(
                        charge.name(),
                        charge.item(),
                        slice.quantity(),
                        charge.unit(),
                        slice.tier().dollarsPerUnit(),
                        slice.tier().evidence().source()))
                .toList();
    }
}
