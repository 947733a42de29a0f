package dev.breakeven.comparison.price;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.CsvRow;
import dev.breakeven.comparison.quantity.DurationFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the tables that make a price list: a row per tier of a price, a row per free amount, a row per rule of metering. */
final class PriceFile {

    private static final Set<String> GRADES = Set.of("A", "B", "C", "D");

    private PriceFile() {}

    static List<Price> prices(String name, byte[] content) throws BadInputException {
        Map<Item, List<CsvRow>> rows = new LinkedHashMap<>();
        for (CsvRow row : CsvRow.all(name, content)) {
            rows.computeIfAbsent(new Item(row.text("service"), row.text("item")), key -> new ArrayList<>())
                    .add(row);
        }
        List<Price> prices = new ArrayList<>();
        for (Map.Entry<Item, List<CsvRow>> tiers : rows.entrySet()) {
            prices.add(price(tiers.getKey(), tiers.getValue()));
        }
        return prices;
    }

    private static Price price(Item item, List<CsvRow> rows) throws BadInputException {
        String unit = rows.getFirst().text("unit");
        List<Tariff.Tier> tiers = new ArrayList<>();
        for (CsvRow row : rows) {
            BigDecimal from = row.number("from");
            if (tiers.isEmpty() && from.signum() != 0) {
                throw row.refusal("from", "the first tier of " + item + " starts at 0, not at " + row.text("from"));
            }
            if (!tiers.isEmpty() && from.compareTo(tiers.getLast().from()) <= 0) {
                throw row.refusal(
                        "from",
                        "there is a tier of " + item + " from "
                                + tiers.getLast().from().toPlainString() + " already; the next starts above, not at "
                                + row.text("from"));
            }
            if (!row.text("unit").equals(unit)) {
                throw row.refusal("unit", "the other tiers of " + item + " have the unit " + unit);
            }
            tiers.add(new Tariff.Tier(from, row.number("price"), evidence(row)));
        }
        return new Price(item, unit, new Tariff(tiers));
    }

    private static Evidence evidence(CsvRow row) throws BadInputException {
        if (!GRADES.contains(row.text("grade"))) {
            throw row.refusal("grade", "'" + row.text("grade") + "' is none of A, B, C and D");
        }
        return new Evidence(row.text("source"), row.date("as_of"), row.text("grade"));
    }

    static List<FreeAmount> freeAmounts(String name, byte[] content) throws BadInputException {
        List<FreeAmount> amounts = new ArrayList<>();
        for (CsvRow row : CsvRow.all(name, content)) {
            String kind = row.text("kind");
            if (!kind.equals("permanent") && !kind.equals("twelve-month")) {
                throw row.refusal("kind", "'" + kind + "' is neither permanent nor twelve-month");
            }
            String service = row.text("service");
            List<Item> items = Stream.of(row.text("items").split("\\s+", -1))
                    .map(item -> new Item(service, item))
                    .toList();
            amounts.add(new FreeAmount(items, row.number("quantity"), kind.equals("permanent"), row.text("source")));
        }
        return amounts;
    }

    /** The rules that held on a day. */
    static MeteringRules rules(String name, byte[] content, LocalDate day) throws BadInputException {
        Map<String, CsvRow> inForce = new LinkedHashMap<>();
        for (CsvRow row : CsvRow.all(name, content)) {
            if (!row.date("since").isAfter(day)) {
                inForce.put(row.text("rule"), row);
            }
        }
        Duration step = DurationFormat.parse(
                requireNonNull(inForce.get("lambda-duration-step")).text("value"));
        boolean initBilled =
                requireNonNull(inForce.get("lambda-init-billed")).text("value").equals("yes");
        return new MeteringRules(step.toNanos(), initBilled);
    }
}
