package dev.breakeven.comparison.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** One row of a table whose first row names the columns; it knows where it stands. Lines that start with # are notes. */
public final class CsvRow {

    private final String file;
    private final NamedCsvRecord row;

    private CsvRow(String file, NamedCsvRecord row) {
        this.file = file;
        this.row = row;
    }

    /**
     * Every row of a table.
     *
     * @param file what to call the table in a refusal
     */
    public static List<CsvRow> all(String file, byte[] content) throws BadInputException {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new String(content, UTF_8))) {
            for (NamedCsvRecord row : records) {
                rows.add(new CsvRow(file, row));
            }
        } catch (CsvParseException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage(), e);
        }
        return rows;
    }

    public String text(String column) throws BadInputException {
        String value = textOrEmpty(column);
        if (value.isEmpty()) {
            throw refusal(column, "is missing");
        }
        return value;
    }

    /** What stands in a column that may be empty. */
    public String textOrEmpty(String column) {
        return row.findField(column).orElse("").strip();
    }

    /** A number of zero or more. */
    public BigDecimal number(String column) throws BadInputException {
        String text = text(column);
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refusal(column, "'" + text + "' is no decimal number");
        }
        throw refusal(column, "'" + text + "' is negative");
    }

    public LocalDate date(String column) throws BadInputException {
        String text = text(column);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refusal(column, "'" + text + "' is no date like 2026-09-30");
        }
    }

    public BadInputException refusal(String column, String what) {
        return new BadInputException(
                file + ", line " + row.getStartingLineNumber() + ", column " + column + ": " + what + ".");
    }
}
