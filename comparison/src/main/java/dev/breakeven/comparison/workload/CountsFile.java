package dev.breakeven.comparison.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests counted per period: a CSV file with the time in the first column and the count in the second. Headings are passed
 * over; a period that is missing counts as 0.
 *
 * @param counts requests per period, from the first row's on
 * @param missing periods without a row
 */
record CountsFile(List<Double> counts, int missing) {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("['Z']")
            .toFormatter();

    private static final int PERIODS_MAX = 10_000_000;

    static CountsFile parse(String name, byte[] content, Duration period) throws BadInputException {
        List<Double> counts = new ArrayList<>();
        long firstSecond = 0;
        int missing = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(new String(content, UTF_8))) {
            for (CsvRecord row : rows) {
                String where = name + ", line " + row.getStartingLineNumber() + ": ";
                if (row.getFieldCount() < 2) {
                    throw new BadInputException(
                            where + "a time and a count were expected, not '" + row.getField(0) + "'.");
                }
                if (row.getStartingLineNumber() == 1 && !isTime(row.getField(0))) {
                    continue;
                }
                long second = second(where, row.getField(0));
                if (counts.isEmpty()) {
                    firstSecond = second;
                }
                long index = Math.floorDiv(second - firstSecond, period.toSeconds());
                if (index < counts.size()) {
                    throw new BadInputException(
                            where + row.getField(0) + " does not come after the row before by a period of "
                                    + period.toSeconds() + " s; rows must be sorted, one per period.");
                }
                if (index > PERIODS_MAX) {
                    throw new BadInputException(
                            where + row.getField(0) + " is more than " + PERIODS_MAX + " periods after the first row.");
                }
                while (counts.size() < index) {
                    counts.add(0.0);
                    missing++;
                }
                counts.add(count(where, row.getField(1)));
            }
        } catch (CsvParseException e) {
            throw new BadInputException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BadInputException(name + " cannot be read: " + e.getMessage(), e);
        }
        if (counts.isEmpty()) {
            throw new BadInputException(name + " has no row; one with a time and a count is the least.");
        }
        return new CountsFile(counts, missing);
    }

    private static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text, TIME);
            return true;
        } catch (DateTimeParseException heading) {
            return false;
        }
    }

    private static long second(String where, String text) throws BadInputException {
        try {
            return LocalDateTime.parse(text, TIME).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new BadInputException(
                    where + "'" + text + "' is no time; 2014-04-10 00:04:00 and 2014-04-10T00:04:00Z are.", e);
        }
    }

    private static double count(String where, String text) throws BadInputException {
        try {
            double count = Double.parseDouble(text.strip());
            if (count >= 0 && count < 1e12) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            throw new BadInputException(where + "'" + text + "' is no count; 0 and up are accepted.", notANumber);
        }
        throw new BadInputException(where + "'" + text + "' is no count; 0 and up are accepted.");
    }
}
