package dev.breakeven.comparison.price;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads price lists: CSV with one row per tier of a price, and a second file with what is free. Lines that start with # are
 * notes.
 */
public final class PriceFile {

    private static final LocalDate NEWEST = LocalDate.of(2026, 9, 30);

    private PriceFile() {}

    /** Our newest list for a region. */
    public static PriceList newest(String region) throws BadInputException {
        if (!region.equals("us-east-1")) {
            throw new BadInputException(
                    "There is no price list for the region '" + region + "'; there is one for us-east-1.");
        }
        Folder ours = Folder.packaged("prices");
        String prices = "aws-" + region + "-" + NEWEST + ".csv";
        String free = "aws-free-" + NEWEST + ".csv";
        return new PriceList(
                "aws", region, NEWEST, prices(prices, ours.read(prices)), freeAmounts(free, ours.read(free)));
    }

    static List<Price> prices(String name, byte[] content) throws BadInputException {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (Row row : rows(name, content)) {
            rows.computeIfAbsent(row.text("service") + " " + row.text("item"), key -> new ArrayList<>())
                    .add(row);
        }
        List<Price> prices = new ArrayList<>();
        for (List<Row> tiers : rows.values()) {
            prices.add(price(tiers));
        }
        return prices;
    }

    private static Price price(List<Row> rows) throws BadInputException {
        List<Tariff.Tier> tiers = new ArrayList<>();
        for (Row row : rows) {
            tiers.add(new Tariff.Tier(row.number("from"), row.number("price")));
        }
        Row first = rows.getFirst();
        Tariff tariff;
        try {
            tariff = new Tariff(tiers);
        } catch (IllegalArgumentException refused) {
            throw first.refusal("from", String.valueOf(refused.getMessage()));
        }
        return new Price(
                first.text("service"),
                first.text("item"),
                first.text("unit"),
                tariff,
                first.text("source"),
                first.date("as_of"),
                first.text("grade"));
    }

    static List<FreeAmount> freeAmounts(String name, byte[] content) throws BadInputException {
        List<FreeAmount> amounts = new ArrayList<>();
        for (Row row : rows(name, content)) {
            String kind = row.text("kind");
            if (!kind.equals("permanent") && !kind.equals("twelve-month")) {
                throw row.refusal("kind", "'" + kind + "' is neither permanent nor twelve-month");
            }
            amounts.add(new FreeAmount(
                    row.text("service"),
                    row.text("item"),
                    row.number("quantity"),
                    kind.equals("permanent"),
                    row.text("source")));
        }
        return amounts;
    }

    private static List<Row> rows(String name, byte[] content) throws BadInputException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new String(content, UTF_8))) {
            for (NamedCsvRecord row : records) {
                rows.add(new Row(name, row));
            }
        } catch (CsvParseException e) {
            throw new BadInputException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BadInputException(name + " cannot be read: " + e.getMessage(), e);
        }
        return rows;
    }

    /** One row, which knows where it stands. */
    private record Row(String file, NamedCsvRecord row) {

        String text(String column) throws BadInputException {
            String value = row.findField(column).orElse("").strip();
            if (value.isEmpty()) {
                throw refusal(column, "is missing");
            }
            return value;
        }

        BigDecimal number(String column) throws BadInputException {
            String text = text(column);
            try {
                BigDecimal number = new BigDecimal(text);
                if (number.signum() >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw refusal(column, "'" + text + "' is no decimal number");
            }
            throw refusal(column, "'" + text + "' is negative");
        }

        LocalDate date(String column) throws BadInputException {
            String text = text(column);
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw refusal(column, "'" + text + "' is no date like 2026-09-30");
            }
        }

        BadInputException refusal(String column, String what) {
            return new BadInputException(
                    file + ", line " + row.getStartingLineNumber() + ", column " + column + ": " + what + ".");
        }
    }
}
