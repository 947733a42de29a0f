package dev.breakeven.comparison.offer;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.Evidence;
import dev.breakeven.comparison.price.Item;
import dev.breakeven.comparison.price.Price;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.Tariff;
import dev.breakeven.comparison.progress.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a price list of AWS's files for a region: what they have of our items is taken, and what they do not have is carried over
 * from the list before, and says so.
 */
public final class PriceRefresh {

    /**
     * A new list, and how it differs from the one before.
     *
     * @param prices in the order of the list before, and new ones behind those of their service
     * @param published the day of the newest file
     * @param absent offers without a file
     */
    public record Result(List<Price> prices, List<PriceChange> changes, LocalDate published, List<String> absent) {}

    private static final String CARRIED = "carried over from ";

    private final OfferSource source;
    private final Progress progress;

    public PriceRefresh(OfferSource source, Progress progress) {
        this.source = source;
        this.progress = progress;
    }

    /**
     * Reads every file.
     *
     * @param before what to compare with and to carry over from, if there is a list for the region
     * @throws IOException if a server fails or falls silent
     */
    public Result read(String region, Optional<PriceList> before) throws BadInputException, IOException {
        Map<String, List<OfferItem>> offers = new LinkedHashMap<>();
        for (OfferItem item : OfferItem.all()) {
            offers.computeIfAbsent(item.offer(), key -> new ArrayList<>()).add(item);
        }
        Map<Item, Price> found = new LinkedHashMap<>();
        Map<Item, String> unclear = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        LocalDate published = LocalDate.MIN;
        for (Map.Entry<String, List<OfferItem>> offer : offers.entrySet()) {
            Optional<OfferFile.Contents> contents = contents(offer.getKey(), region, offer.getValue());
            if (contents.isEmpty()) {
                absent.add(offer.getKey());
                continue;
            }
            found.putAll(contents.get().prices());
            unclear.putAll(contents.get().unclear());
            if (contents.get().published().isAfter(published)) {
                published = contents.get().published();
            }
        }
        if (found.isEmpty()) {
            throw new BadInputException("There is no price of ours for " + region + " in " + source
                    + "; files such as offers/v1.0/aws/AWSLambda/current/" + region + "/index.json are looked for.");
        }
        List<PriceChange> changes = changes(found, unclear, before);
        return new Result(changes.stream().map(PriceRefresh::price).toList(), changes, published, absent);
    }

    private Optional<OfferFile.Contents> contents(String offer, String region, List<OfferItem> wanted)
            throws BadInputException, IOException {
        Optional<OfferSource.Opened> opened = source.open(offer, region);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (OfferSource.Opened file = opened.get()) {
            progress.begin("reading " + offer);
            return Optional.of(OfferFile.read(file.where(), watched(file), region, wanted));
        }
    }

    private InputStream watched(OfferSource.Opened file) {
        return new FilterInputStream(file.content()) {
            private long read;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                read += Math.max(0, count);
                if (file.bytes() > 0) {
                    progress.done(read / (double) file.bytes());
                }
                return count;
            }
        };
    }

    private static List<PriceChange> changes(
            Map<Item, Price> found, Map<Item, String> unclear, Optional<PriceList> before) {
        List<PriceChange> changes = new ArrayList<>();
        Map<Item, Price> added = new LinkedHashMap<>(found);
        before.ifPresent(list -> {
            for (Price old : list.prices()) {
                @Nullable Price now = added.remove(old.item());
                if (now == null) {
                    String why = unclear.getOrDefault(old.item(), "no file has it");
                    changes.add(new PriceChange.CarriedOver(carried(old, list.date()), why));
                } else {
                    boolean same = now.unit().equals(old.unit()) && now.tariff().costsLike(old.tariff());
                    changes.add(same ? new PriceChange.Confirmed(now) : new PriceChange.Changed(old, now));
                }
            }
        });
        added.values().stream()
                .sorted(Comparator.comparing(price -> price.item().name()))
                .forEach(price -> changes.add(new PriceChange.Added(price)));
        changes.sort(Comparator.comparing(change -> change.item().service()));
        return changes;
    }

    /** The price that the new list has. */
    private static Price price(PriceChange change) {
        return switch (change) {
            case PriceChange.Added added -> added.now();
            case PriceChange.Changed changed -> changed.now();
            case PriceChange.Confirmed confirmed -> confirmed.now();
            case PriceChange.CarriedOver carried -> carried.kept();
        };
    }

    private static Price carried(Price old, LocalDate date) {
        List<Tariff.Tier> tiers = old.tariff().tiers().stream()
                .map(tier -> new Tariff.Tier(tier.from(), tier.dollarsPerUnit(), carried(tier.evidence(), date)))
                .toList();
        return new Price(old.item(), old.unit(), new Tariff(tiers));
    }

    private static Evidence carried(Evidence evidence, LocalDate date) {
        return evidence.source().startsWith(CARRIED)
                ? evidence
                : new Evidence(CARRIED + date + ": " + evidence.source(), evidence.asOf(), evidence.grade());
    }
}
