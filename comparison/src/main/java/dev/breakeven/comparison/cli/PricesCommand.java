package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.report.PriceListReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a price list. */
@Command(
        name = "prices",
        description = "List the prices that bills are made with, with their sources and ages.",
        mixinStandardHelpOptions = true,
        subcommands = RefreshCommand.class)
final class PricesCommand implements Callable<Integer> {

    @Mixin
    private final RegionOption region = new RegionOption();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The list of a day, month or year (default: the newest).")
    private @Nullable String date;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        json.check();
        PriceLists lists = Home.priceLists();
        PriceList list = date == null ? lists.newest(region.name()) : lists.of(region.name(), date);
        PriceListReport report = new PriceListReport(list, LocalDate.now(ZoneOffset.UTC));
        return json.write(report.json(), report.text());
    }
}
