package dev.breakeven.localcloud.gateway;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a caller sees of each failure, by the front before the function. The table is {@code front-errors.csv}, in which each cell
 * has its source, or says that none was found and it is an assumption; whoever answers or foretells such a failure looks here.
 */
public enum FrontErrors {
    /** An API Gateway REST API. */
    REST,
    /** An API Gateway HTTP API. */
    HTTP,
    /** A function URL. */
    URL,
    /** An Application Load Balancer. */
    ALB;

    private static final String TABLE = "front-errors.csv";

    private static final Map<FrontErrors, Map<Failure, FrontError>> ERRORS = read();

    /** What this front answers. */
    public FrontError of(Failure failure) {
        return requireNonNull(requireNonNull(ERRORS.get(this)).get(failure));
    }

    private static Map<FrontErrors, Map<Failure, FrontError>> read() {
        Map<FrontErrors, Map<Failure, FrontError>> errors = new EnumMap<>(FrontErrors.class);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(table(), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                FrontErrors front = valueOf(row.getField("front").toUpperCase(Locale.ROOT));
                errors.computeIfAbsent(front, f -> new EnumMap<>(Failure.class))
                        .put(failure(row.getField("failure")), FrontError.read(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read our own " + TABLE, e);
        }
        return errors;
    }

    private static Failure failure(String name) {
        return Failure.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static InputStream table() {
        return requireNonNull(FrontErrors.class.getResourceAsStream(TABLE), TABLE);
    }
}
