package dev.breakeven.comparison.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Rows of a table for programs, each ended by a line feed. */
final class CsvText {

    private CsvText() {}

    @FunctionalInterface
    interface Writing {
        void to(CsvWriter csv) throws IOException;
    }

    static String of(Writing writing) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writing.to(csv);
        } catch (IOException e) {
            throw new UncheckedIOException("A row in memory could not be written", e);
        }
        return text.toString();
    }
}
