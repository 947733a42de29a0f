package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.offer.PriceChange;
import dev.breakeven.comparison.offer.PriceRefresh;
import dev.breakeven.comparison.price.Price;
import dev.breakeven.comparison.price.Tariff;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/** What a new price list has that the one before had not. */
public final class RefreshReport {

    /** Names in a sentence; the rest are counted. */
    private static final int NAMES_MAX = 5;

    private static final int COLUMNS = 96;

    private final String region;
    private final Optional<LocalDate> before;
    private final LocalDate today;
    private final PriceRefresh.Result result;
    private final Path file;

    /**
     * A report on a new list.
     *
     * @param before the day of the list before, if there was one
     */
    public RefreshReport(
            String region, Optional<LocalDate> before, LocalDate today, PriceRefresh.Result result, Path file) {
        this.region = region;
        this.before = before;
        this.today = today;
        this.result = result;
        this.file = file;
    }

    public String text() {
        List<PriceChange.Changed> changed = new ArrayList<>();
        List<PriceChange.Added> added = new ArrayList<>();
        List<PriceChange.CarriedOver> carried = new ArrayList<>();
        int confirmed = 0;
        for (PriceChange change : result.changes()) {
            switch (change) {
                case PriceChange.Changed one -> changed.add(one);
                case PriceChange.Added one -> added.add(one);
                case PriceChange.CarriedOver one -> carried.add(one);
                case PriceChange.Confirmed one -> confirmed++;
            }
        }
        StringBuilder screen = new StringBuilder(String.format(
                Locale.ROOT,
                "%s prices of %s, as AWS published them by %s%s%n",
                region,
                today,
                result.published(),
                before.map(day -> ", against those of " + day).orElse("; there were none before")));
        if (!changed.isEmpty()) {
            screen.append('\n').append(table(changed)).append('\n');
        }
        screen.append('\n');
        screen.append(String.format(
                Locale.ROOT,
                " %d changed, %d new, %d as before, %d carried over.%n",
                changed.size(),
                added.size(),
                confirmed,
                carried.size()));
        names("new", added, screen);
        Map<String, List<PriceChange.CarriedOver>> reasons = carried.stream()
                .collect(Collectors.groupingBy(PriceChange.CarriedOver::why, LinkedHashMap::new, Collectors.toList()));
        reasons.forEach((why, items) -> names("carried over, as " + why, items, screen));
        if (!result.absent().isEmpty()) {
            screen.append(" no file: ")
                    .append(String.join(", ", result.absent()))
                    .append('\n');
        }
        return screen.append(" list: ").append(file).append('\n').toString();
    }

    private static String table(List<PriceChange.Changed> changes) {
        TextTable table = new TextTable(1, "changed", "from", "unit", "before", "now");
        for (PriceChange.Changed change : changes) {
            Map<BigDecimal, String> before = dollarsByTier(change.before());
            Map<BigDecimal, String> now = dollarsByTier(change.now());
            Set<BigDecimal> tiers = new TreeSet<>(before.keySet());
            tiers.addAll(now.keySet());
            for (BigDecimal from : tiers) {
                table.row(
                        change.item().toString(),
                        from.signum() == 0 ? "" : from.toPlainString(),
                        change.now().unit(),
                        before.getOrDefault(from, "–"),
                        now.getOrDefault(from, "–"));
            }
        }
        return table.toString();
    }

    private static Map<BigDecimal, String> dollarsByTier(Price price) {
        Map<BigDecimal, String> dollars = new TreeMap<>();
        price.tariff().tiers().forEach(tier -> dollars.put(tier.from(), BillReport.plain(tier.dollarsPerUnit())));
        return dollars;
    }

    private static String tiers(Price price) {
        return price.tariff().tiers().stream().map(RefreshReport::tier).collect(Collectors.joining(", "));
    }

    private static String tier(Tariff.Tier tier) {
        String dollars = BillReport.plain(tier.dollarsPerUnit());
        return tier.from().signum() == 0 ? dollars : dollars + " from " + BillReport.plain(tier.from());
    }

    private static void names(String what, List<? extends PriceChange> changes, StringBuilder screen) {
        if (changes.isEmpty()) {
            return;
        }
        String names = changes.stream()
                .limit(NAMES_MAX)
                .map(change -> change.item().toString())
                .collect(Collectors.joining(", "));
        int more = changes.size() - NAMES_MAX;
        String sentence = what + ": " + names + (more > 0 ? " and " + more + " more" : "");
        screen.append(' ')
                .append(WordUtils.wrap(sentence, COLUMNS, "\n   ", false))
                .append('\n');
    }

    /** The same as {@code refresh/1}. */
    public byte[] json() {
        ObjectNode root = JsonDocument.begin("refresh/1");
        root.put("region", region);
        before.ifPresent(day -> root.put("before", day.toString()));
        root.put("date", today.toString());
        root.put("published", result.published().toString());
        root.put("file", file.toString());
        ArrayNode changes = root.putArray("changes");
        result.changes().forEach(change -> change(change, changes.addObject()));
        ArrayNode absent = root.putArray("absent");
        result.absent().forEach(absent::add);
        return JsonDocument.bytes(root);
    }

    private static void change(PriceChange change, ObjectNode node) {
        node.put("service", change.item().service()).put("item", change.item().name());
        switch (change) {
            case PriceChange.Added added -> node.put("change", "added").put("now", tiers(added.now()));
            case PriceChange.Changed changed ->
                node.put("change", "changed")
                        .put("before", tiers(changed.before()))
                        .put("now", tiers(changed.now()));
            case PriceChange.Confirmed confirmed -> node.put("change", "none").put("now", tiers(confirmed.now()));
            case PriceChange.CarriedOver carried ->
                node.put("change", "carried over")
                        .put("now", tiers(carried.kept()))
                        .put("why", carried.why());
        }
    }
}
