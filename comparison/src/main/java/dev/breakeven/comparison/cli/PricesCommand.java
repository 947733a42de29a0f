package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.report.PriceListReport;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a price list. */
@Command(
        name = "prices",
        description = "List the prices that bills are made with, with their sources and ages.",
        mixinStandardHelpOptions = true,
        subcommands = RefreshCommand.class)
final class PricesCommand implements Callable<Integer> {

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Whose prices (default: ${DEFAULT-VALUE}).",
            defaultValue = "us-east-1")
    private String region = "";

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The list of a day, month or year (default: the newest).")
    private @Nullable String date;

    @Option(names = "--json", paramLabel = "FILE", description = "Write prices/1 JSON there; - for standard output.")
    private @Nullable String json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        @Nullable OutputFile jsonFile = OutputFile.checked(json);
        PriceLists lists = Home.priceLists();
        PriceList list = date == null ? lists.newest(region) : lists.of(region, date);
        PriceListReport report = new PriceListReport(list, LocalDate.now(ZoneOffset.UTC));
        PrintWriter out = requireNonNull(spec).commandLine().getOut();
        OutputFile.write(jsonFile, report.json(), out, report.text());
        return ExitStatus.DONE.code();
    }
}
