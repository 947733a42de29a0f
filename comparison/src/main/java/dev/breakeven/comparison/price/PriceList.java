package dev.breakeven.comparison.price;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a provider asked in one region on one day, what it gave free, and how it metered. */
public final class PriceList {

    private final String region;
    private final LocalDate date;
    private final Map<Item, Price> prices = new LinkedHashMap<>();
    private final List<FreeAmount> freeAmounts;
    private final MeteringRules rules;

    public PriceList(
            String region, LocalDate date, List<Price> prices, List<FreeAmount> freeAmounts, MeteringRules rules) {
        this.region = region;
        this.date = date;
        prices.forEach(price -> this.prices.put(price.item(), price));
        this.freeAmounts = List.copyOf(freeAmounts);
        this.rules = rules;
    }

    public String region() {
        return region;
    }

    public LocalDate date() {
        return date;
    }

    /** In the order of the file. */
    public Collection<Price> prices() {
        return List.copyOf(prices.values());
    }

    public List<FreeAmount> freeAmounts() {
        return freeAmounts;
    }

    public MeteringRules rules() {
        return rules;
    }

    /**
     * What a unit of an item costs.
     *
     * @throws MissingPriceException naming what is missing and where, and what would supply it
     */
    public Price price(Item item, String unit) {
        @Nullable Price price = prices.get(item);
        if (price == null) {
            throw MissingPriceException.of(item, this);
        }
        if (!price.unit().equals(unit)) {
            throw MissingPriceException.ofUnit(price, unit, this);
        }
        return price;
    }

    /** What is sold of a service, by name. */
    List<String> itemNames(String service) {
        return prices.keySet().stream()
                .filter(item -> item.service().equals(service))
                .map(Item::name)
                .toList();
    }
}
