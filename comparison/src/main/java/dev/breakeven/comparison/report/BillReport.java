package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.LineItem;
import dev.breakeven.comparison.bill.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** A bill for a terminal, and as JSON with amounts as decimal strings. */
public final class BillReport {

    private BillReport() {}

    /** The bill with its terms, and beneath it how prices came about that are no provider's own. */
    public static String text(Bill bill, Terms terms) {
        StringBuilder screen = new StringBuilder(terms(terms)).append("\n\n");
        screen.append(table("bill", bill)).append('\n');
        List<String> notes = bill.lines().stream()
                .filter(line ->
                        line.source().startsWith("derived") || line.source().startsWith("carried"))
                .map(line -> " " + line.name() + ": " + line.source())
                .distinct()
                .toList();
        if (!notes.isEmpty()) {
            screen.append('\n').append(String.join("\n", notes)).append('\n');
        }
        return screen.toString();
    }

    private static String terms(Terms terms) {
        String free = switch (terms.freeTier()) {
            case NONE -> "nothing free";
            case PERMANENT -> "less what is free for ever";
            case ALL -> "less what is free, the first twelve months' too";
        };
        return String.format(
                Locale.ROOT,
                "a month of %s hours · %s prices of %s · %s",
                terms.hoursPerMonth().stripTrailingZeros().toPlainString(),
                terms.prices().region(),
                terms.prices().date(),
                free);
    }

    static String table(String title, Bill bill) {
        TextTable table = new TextTable(1, title, "quantity", "unit", "unit price", "$");
        for (LineItem line : bill.lines()) {
            table.row(
                    line.name(),
                    eye(line.quantity()),
                    line.unit(),
                    plain(line.unitPrice()),
                    line.amount().toPlainString());
        }
        return table.row("total", "", "", "", bill.total().toPlainString()).toString();
    }

    /** The bill as {@code bill/1}. */
    public static byte[] json(Bill bill, Terms terms) {
        ObjectNode root = JsonDocument.begin("bill/1");
        root.put("region", terms.prices().region());
        root.put("prices", terms.prices().date().toString());
        root.put("freeTier", terms.freeTier().name().toLowerCase(Locale.ROOT));
        root.put("hoursPerMonth", plain(terms.hoursPerMonth()));
        fill(root, bill);
        // Known usage has no spread.
        root.put("low", bill.total().toPlainString());
        root.put("high", bill.total().toPlainString());
        return JsonDocument.bytes(root);
    }

    static void fill(ObjectNode node, Bill bill) {
        node.put("total", bill.total().toPlainString());
        ArrayNode lines = node.putArray("lines");
        for (LineItem line : bill.lines()) {
            lines.addObject()
                    .put("name", line.name())
                    .put("quantity", plain(line.quantity().setScale(6, RoundingMode.HALF_UP)))
                    .put("unit", line.unit())
                    .put("unitPrice", plain(line.unitPrice()))
                    .put("amount", line.amount().toPlainString())
                    .put("source", line.source());
        }
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** As exact as the eye wants it. */
    static String eye(BigDecimal quantity) {
        return quantity.compareTo(BigDecimal.valueOf(1000)) >= 0
                ? String.format(
                        Locale.ROOT,
                        "%,d",
                        quantity.setScale(0, RoundingMode.HALF_UP).toBigInteger())
                : quantity.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
