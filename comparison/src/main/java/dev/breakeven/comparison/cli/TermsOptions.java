package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.bill.Discount;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.usage.Usage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose prices hold, and what is taken off: the options of every command that bills. */
final class TermsOptions {

    @Mixin
    private final RegionOption region = new RegionOption();

    @Option(
            names = "--prices",
            paramLabel = "DATE|FILE",
            description = "The price list of a day, or a file of yours (default: the newest list).")
    private @Nullable String prices;

    @Option(
            names = "--free-tier",
            paramLabel = "none|permanent|all",
            description = "Free amounts to take off (default: ${DEFAULT-VALUE}).",
            defaultValue = "permanent")
    private FreeTier freeTier = FreeTier.PERMANENT;

    @Option(
            names = "--hours-per-month",
            paramLabel = "HOURS",
            description = "The length of the month that is billed (default: ${DEFAULT-VALUE}).",
            defaultValue = "730")
    private BigDecimal hoursPerMonth = BigDecimal.ZERO;

    @Option(
            names = "--discount",
            paramLabel = "SERVICE=PERCENT",
            description = "Savings Plan, reserved or negotiated price, such as ec2=30%%; a line of its own.")
    private List<String> discounts = List.of();

    List<String> discounts() {
        return discounts;
    }

    String region() {
        return region.name();
    }

    Terms read() throws BadInputException {
        return read(region.name());
    }

    /** The same for another region. */
    Terms read(String name) throws BadInputException {
        if (hoursPerMonth.compareTo(BigDecimal.ONE) < 0 || hoursPerMonth.compareTo(Usage.HOURS_MAX) > 0) {
            throw new BadInputException("--hours-per-month takes 1 to 744, not " + hoursPerMonth.toPlainString() + ".");
        }
        PriceList list = prices == null
                ? Home.priceLists().newest(name)
                : Home.priceLists().find(name, prices, Path.of(""));
        return new Terms(list, freeTier, hoursPerMonth, Discount.parseAll(discounts, list));
    }
}
