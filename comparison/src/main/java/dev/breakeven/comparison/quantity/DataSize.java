package dev.breakeven.comparison.quantity;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of data. Users write {@code 512B}, {@code 100kB} (1000) or {@code 64KiB} (1024). */
public record DataSize(long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)");

    private static final Map<String, Long> UNITS = Map.of(
            "B", 1L,
            "kB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "TB", 1_000_000_000_000L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30,
            "TiB", 1L << 40);

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("No data has " + bytes + " bytes; 0 and up are accepted.");
        }
    }

    /**
     * Reads a size.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static DataSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size; 512B, 100kB, 64KiB and 3MiB are.");
        }
        return new DataSize(new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(requireNonNull(UNITS.get(matcher.group(2)))))
                .longValue());
    }
}
