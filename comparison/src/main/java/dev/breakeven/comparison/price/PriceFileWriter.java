package dev.breakeven.comparison.price;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** Writes prices as the table that {@link PriceFile} reads. */
public final class PriceFileWriter {

    private PriceFileWriter() {}

    /** The name by which a list's region and day are known. */
    public static String name(String region, LocalDate date) {
        return "aws-" + region + "-" + date + ".csv";
    }

    /**
     * A table of prices, a row for each tier.
     *
     * @param note what the list says of itself on its first line
     */
    public static byte[] write(String note, List<Price> prices) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeComment(" " + note);
            csv.writeRecord("service", "item", "from", "unit", "price", "source", "as_of", "grade");
            for (Price price : prices) {
                for (Tariff.Tier tier : price.tariff().tiers()) {
                    csv.writeRecord(
                            price.item().service(),
                            price.item().name(),
                            tier.from().stripTrailingZeros().toPlainString(),
                            price.unit(),
                            tier.dollarsPerUnit().toPlainString(),
                            tier.evidence().source(),
                            tier.evidence().asOf().toString(),
                            tier.evidence().grade());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A table in memory could not be written", e);
        }
        return text.toString().getBytes(UTF_8);
    }
}
