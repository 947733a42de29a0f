package dev.breakeven.comparison.price;

/** A price list does not hold what a bill needs. Never a zero instead. */
public final class MissingPriceException extends RuntimeException {

    MissingPriceException(String service, String item, PriceList list) {
        super("The price list " + list.name() + " has no price for " + service + " " + item
                + "; a row for it there, with its source, would supply one.");
    }
}
