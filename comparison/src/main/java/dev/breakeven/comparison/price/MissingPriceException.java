package dev.breakeven.comparison.price;

import dev.breakeven.comparison.input.Nearest;

/** A price list does not hold what a bill needs. Never a zero instead. */
public final class MissingPriceException extends RuntimeException {

    private MissingPriceException(String message) {
        super(message);
    }

    static MissingPriceException of(Item item, PriceList list) {
        return new MissingPriceException(where(list) + " has no price for " + item + "."
                + Nearest.question(item.name(), list.itemNames(item.service()))
                + " 'breakeven prices refresh --region " + list.region()
                + "' reads AWS's own, or a row in a price file of yours supplies one.");
    }

    static MissingPriceException ofUnit(Price price, String unit, PriceList list) {
        return new MissingPriceException(where(list) + " has a price for " + price.item() + " per " + price.unit()
                + ", and a bill counts by the " + unit + ".");
    }

    private static String where(PriceList list) {
        return "The price list of " + list.date() + " for " + list.region();
    }
}
