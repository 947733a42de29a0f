package dev.breakeven.comparison.offer;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.CsvRow;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.price.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where AWS's files have one of our items, or several of a kind: a row of {@code aws-offers.csv}.
 *
 * @param offer AWS's code of the service, which is also the folder of its file
 * @param usageType what is metered, without the prefix of a region; its one group, if it has one, is part of the item's name
 * @param operation as AWS has it, or empty for any
 * @param theirUnit as AWS has it, or empty for any
 * @param name the item's, in which a star stands for the group
 * @param unit ours
 * @param per how many of our units one of theirs has
 */
record OfferItem(
        String offer,
        Pattern usageType,
        String operation,
        String theirUnit,
        String service,
        String name,
        String unit,
        BigDecimal per) {

    /** Such as {@code EU-}, {@code APN1-} or {@code USE1-}; the oldest region has none. */
    private static final Pattern REGION_PREFIX = Pattern.compile("[A-Z]{2,4}\\d?-");

    static List<OfferItem> all() throws BadInputException {
        String file = "aws-offers.csv";
        List<OfferItem> items = new ArrayList<>();
        for (CsvRow row : CsvRow.all(file, Folder.packaged("prices").read(file))) {
            String usageType = Pattern.quote(row.text("usage_type")).replace("*", "\\E([a-z0-9.-]+(?:GB)?)\\Q");
            items.add(new OfferItem(
                    row.text("offer"),
                    Pattern.compile(usageType),
                    row.textOrEmpty("operation"),
                    row.textOrEmpty("their_unit"),
                    row.text("service"),
                    row.text("item"),
                    row.text("unit"),
                    row.number("per")));
        }
        return items;
    }

    /** Our item if this row has it under such a usage type and operation. */
    Optional<Item> item(String theirUsageType, String theirOperation) {
        if (!operation.isEmpty() && !operation.equals(theirOperation)) {
            return Optional.empty();
        }
        Matcher prefix = REGION_PREFIX.matcher(theirUsageType);
        Matcher matcher =
                usageType.matcher(prefix.lookingAt() ? theirUsageType.substring(prefix.end()) : theirUsageType);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Item(service, matcher.groupCount() == 0 ? name : name.replace("*", matcher.group(1))));
    }

    boolean countsBy(String unitOfTheirs) {
        return theirUnit.isEmpty() || theirUnit.equals(unitOfTheirs);
    }
}
