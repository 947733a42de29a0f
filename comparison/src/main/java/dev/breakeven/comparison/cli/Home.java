package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.PriceLists;
import java.nio.file.Path;

/** The folder that the launcher is in: what is built lies below it, and the user's own price lists. */
final class Home {

    private Home() {}

    static Path folder() {
        return Path.of(System.getProperty("breakeven.home", ""));
    }

    /** Where refreshed price lists are kept. */
    static Path prices() {
        return folder().resolve("prices");
    }

    static PriceLists priceLists() throws BadInputException {
        return PriceLists.with(prices());
    }
}
