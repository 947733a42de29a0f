package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.report.BillReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prices a month's usage that the user knows already. */
@Command(
        name = "bill",
        description = "Price a month's usage that you know already: a YAML file with one item for each thing used.",
        mixinStandardHelpOptions = true)
final class BillCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The usage, and the region, prices and free tier to bill it with.")
    private Path file = Path.of("");

    @Option(
            names = "--discount",
            paramLabel = "SERVICE=PERCENT",
            description = "Savings Plan, reserved or negotiated price, such as ec2=30%%; a line of its own.")
    private List<String> discounts = List.of();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        json.check();
        BilledFile billed = BilledFile.read(file, discounts);
        Bill bill = billed.billing().bill(billed.demand().items());
        return json.write(BillReport.json(bill, billed.terms()), BillReport.text(bill, billed.terms()));
    }
}
