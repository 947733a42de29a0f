package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Discount;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.usage.Demand;
import dev.breakeven.comparison.usage.UsageFile;
import java.nio.file.Path;
import java.util.List;

/** A usage file and the terms that it asks for. */
record BilledFile(Terms terms, Demand demand) {

    static BilledFile read(Path file, List<String> discounts) throws BadInputException {
        UsageFile usage = UsageFile.read(file);
        PriceLists lists = Home.priceLists();
        PriceList prices = usage.prices() == null
                ? lists.newest(usage.region())
                : lists.find(usage.region(), usage.prices(), file.resolveSibling(""));
        Terms terms = new Terms(prices, usage.freeTier(), usage.hoursPerMonth(), Discount.parseAll(discounts, prices));
        return new BilledFile(terms, new Demand(usage.usage(prices.rules()), usage.requests()));
    }

    Billing billing() {
        return new Billing(terms);
    }
}
