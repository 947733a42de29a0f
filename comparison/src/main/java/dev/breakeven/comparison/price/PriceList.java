package dev.breakeven.comparison.price;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a provider asked in one region on one day. */
public record PriceList(
        String provider, String region, LocalDate date, List<Price> prices, List<FreeAmount> freeAmounts) {

    public PriceList {
        prices = List.copyOf(prices);
        freeAmounts = List.copyOf(freeAmounts);
    }

    public String name() {
        return provider + " " + region + " " + date;
    }

    /**
     * What an item costs.
     *
     * @throws MissingPriceException naming what is missing and where
     */
    public Price price(String service, String item) {
        return prices.stream()
                .filter(price -> price.service().equals(service) && price.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new MissingPriceException(service, item, this));
    }

    /** What is free of an item each month under a tier. */
    public Optional<FreeAmount> freeAmount(String service, String item, FreeTier tier) {
        return freeAmounts.stream()
                .filter(amount ->
                        amount.service().equals(service) && amount.item().equals(item))
                .filter(amount -> amount.grantedBy(tier))
                .findFirst();
    }
}
