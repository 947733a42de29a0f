package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.price.Evidence;
import dev.breakeven.comparison.price.FreeAmount;
import dev.breakeven.comparison.price.Item;
import dev.breakeven.comparison.price.Price;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.Tariff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A price list with the source and the age of every price; what is too old to be trusted is marked and counted. */
public final class PriceListReport {

    private static final long AGE_DAYS_MAX = 180;

    private final PriceList list;
    private final LocalDate today;

    public PriceListReport(PriceList list, LocalDate today) {
        this.list = list;
        this.today = today;
    }

    /** For a terminal of 100 columns, so that sources and their days are numbered and stand below. */
    public String text() {
        List<String> sources = new ArrayList<>();
        TextTable prices = new TextTable(1, "price", "from", "$", "unit", "age", "source");
        String service = "";
        for (Price price : list.prices()) {
            if (!price.item().service().equals(service)) {
                service = price.item().service();
                prices.row(service, "", "", "", "", "");
            }
            for (Tariff.Tier tier : price.tariff().tiers()) {
                Evidence evidence = tier.evidence();
                prices.row(
                        "  " + price.item().name(),
                        tier.from().signum() == 0 ? "" : quantity(tier.from()),
                        BillReport.plain(tier.dollarsPerUnit()),
                        price.unit(),
                        age(evidence.asOf()) + (age(evidence.asOf()) > AGE_DAYS_MAX ? " d !" : " d  "),
                        evidence.grade() + " " + number(sources, evidence.asOf() + " " + evidence.source()));
            }
        }
        TextTable free = new TextTable(1, "free each month", "quantity", "for", "source");
        for (FreeAmount amount : list.freeAmounts()) {
            free.row(
                    amount.items().stream().map(Item::toString).collect(Collectors.joining(" and ")),
                    quantity(amount.quantity()),
                    amount.permanent() ? "ever" : "12 months",
                    number(sources, list.date() + " " + amount.source()));
        }
        StringBuilder screen = new StringBuilder(String.format(
                Locale.ROOT, "%s prices of %s, in US dollars before tax%n%n", list.region(), list.date()));
        screen.append(prices).append("\n\n").append(free).append("\n\n");
        for (int i = 0; i < sources.size(); i++) {
            screen.append(String.format(Locale.ROOT, " [%d] %s%n", i + 1, sources.get(i)));
        }
        screen.append("\n A: the provider's own; B: a dated reading of it by others; C: others' word; D: derived\n");
        warnings().forEach(warning -> screen.append(' ').append(warning).append('\n'));
        return screen.toString();
    }

    /** The list as {@code prices/1}. */
    public byte[] json() {
        ObjectNode root = JsonDocument.begin("prices/1");
        root.put("region", list.region());
        root.put("date", list.date().toString());
        ArrayNode prices = root.putArray("prices");
        for (Price price : list.prices()) {
            for (Tariff.Tier tier : price.tariff().tiers()) {
                prices.addObject()
                        .put("service", price.item().service())
                        .put("item", price.item().name())
                        .put("from", BillReport.plain(tier.from()))
                        .put("unit", price.unit())
                        .put("price", BillReport.plain(tier.dollarsPerUnit()))
                        .put("source", tier.evidence().source())
                        .put("asOf", tier.evidence().asOf().toString())
                        .put("ageDays", age(tier.evidence().asOf()))
                        .put("grade", tier.evidence().grade());
            }
        }
        ArrayNode free = root.putArray("free");
        for (FreeAmount amount : list.freeAmounts()) {
            ObjectNode node = free.addObject();
            ArrayNode items = node.putArray("items");
            amount.items().forEach(item -> items.add(item.toString()));
            node.put("quantity", BillReport.plain(amount.quantity()))
                    .put("kind", amount.permanent() ? "permanent" : "twelve-month")
                    .put("source", amount.source());
        }
        ArrayNode warnings = root.putArray("warnings");
        warnings().forEach(warnings::add);
        return JsonDocument.bytes(root);
    }

    private List<String> warnings() {
        List<LocalDate> days = list.prices().stream()
                .flatMap(price -> price.tariff().tiers().stream())
                .map(tier -> tier.evidence().asOf())
                .toList();
        List<LocalDate> old =
                days.stream().filter(day -> age(day) > AGE_DAYS_MAX).sorted().toList();
        if (old.isEmpty()) {
            return List.of();
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d of %d prices are older than %d days (!), the oldest is of %s.",
                        old.size(),
                        days.size(),
                        AGE_DAYS_MAX,
                        old.getFirst()),
                "'breakeven prices refresh --region " + list.region() + "' reads AWS's own of today.");
    }

    private long age(LocalDate day) {
        return ChronoUnit.DAYS.between(day, today);
    }

    private static String number(List<String> sources, String source) {
        if (!sources.contains(source)) {
            sources.add(source);
        }
        return "[" + (sources.indexOf(source) + 1) + "]";
    }

    private static String quantity(BigDecimal quantity) {
        return String.format(Locale.ROOT, "%,d", quantity.toBigInteger());
    }
}
