package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.report.BillReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--json", paramLabel = "FILE", description = "Write bill/1 JSON there; - for standard output.")
    private @Nullable String json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        @Nullable OutputFile jsonFile = OutputFile.checked(json);
        BilledFile billed = BilledFile.read(file, discounts);
        Bill bill = billed.billing().bill(billed.demand().items());
        PrintWriter out = requireNonNull(spec).commandLine().getOut();
        OutputFile.write(jsonFile, BillReport.json(bill, billed.terms()), out, BillReport.text(bill, billed.terms()));
        return ExitStatus.DONE.code();
    }
}
