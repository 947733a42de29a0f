package dev.breakeven.comparison.bill;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.usage.UsageFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bills of usage files, as the command makes them. */
final class Bills {

    private Bills() {}

    static Bill of(Path file, Discount... discounts) throws BadInputException {
        UsageFile usage = UsageFile.read(file);
        PriceLists lists = PriceLists.packaged();
        PriceList prices = usage.prices() == null
                ? lists.newest(usage.region())
                : lists.find(usage.region(), usage.prices(), file.resolveSibling(""));
        Terms terms = new Terms(prices, usage.freeTier(), usage.hoursPerMonth(), List.of(discounts));
        return new Billing(terms).bill(usage.usage(prices.rules()));
    }

    /** Of items on lines of their own, after keys that end with a semicolon: {@code free-tier: none; ec2: {type: t3.nano}}. */
    static Bill of(String text) {
        try {
            Path file = Files.createTempFile("usage", ".yaml");
            try {
                Files.writeString(file, yaml(text));
                return of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | BadInputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String yaml(String text) {
        StringBuilder head = new StringBuilder();
        StringBuilder items = new StringBuilder("usage:\n");
        for (String part : text.split(";\\s*", -1)) {
            if (part.contains("{")) {
                items.append("  - ").append(part).append('\n');
            } else {
                head.append(part).append('\n');
            }
        }
        return head.append(items).toString();
    }

    static BigDecimal total(String text) {
        return of(text).total();
    }

    /** What the lines of that name come to. */
    static BigDecimal amount(Bill bill, String name) {
        return bill.lines().stream()
                .filter(line -> line.name().equals(name))
                .map(LineItem::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
