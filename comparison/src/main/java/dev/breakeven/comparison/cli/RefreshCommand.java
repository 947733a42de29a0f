package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.offer.OfferSource;
import dev.breakeven.comparison.offer.PriceRefresh;
import dev.breakeven.comparison.price.PriceFileWriter;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.report.RefreshReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a new price list of AWS's public files. */
@Command(
        name = "refresh",
        description = "Read AWS's public price list files, write a new list dated today, and say what changed.",
        mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {

    @Mixin
    private final RegionOption name = new RegionOption();

    @Option(
            names = "--from",
            paramLabel = "URL|DIR",
            description = "What has offers/v1.0/aws/… below it (default: ${DEFAULT-VALUE}).",
            defaultValue = OfferSource.AWS)
    private String from = "";

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        json.check();
        String region = name.name();
        if (!region.matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            throw new BadInputException("--region takes a name such as eu-west-1, not '" + region + "'.");
        }
        OfferSource source = OfferSource.of(from);
        Optional<PriceList> before = Home.priceLists().find(region);
        PriceRefresh.Result result =
                TerminalProgress.watch(progress -> new PriceRefresh(source, progress).read(region, before));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String note = "AWS on demand, " + region + ", read from " + source + " on " + today
                + " by 'breakeven prices refresh'.";
        Files.createDirectories(Home.prices());
        Path file = Home.prices().resolve(PriceFileWriter.name(region, today));
        new OutputFile(file.toString()).write(PriceFileWriter.write(note, result.prices()));
        RefreshReport report = new RefreshReport(region, before.map(PriceList::date), today, result, file);
        return json.write(report.json(), report.text());
    }
}
