package dev.breakeven.comparison.quantity;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: {@code 250ms}, {@code 1.991s}, {@code 10m}, {@code 6h}, {@code 30d}, {@code 9d+18h}. */
public final class DurationFormat {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s|m|h|d)");

    private static final Map<String, Duration> UNITS = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1_000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private static final BigDecimal NANOS_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private DurationFormat() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static Duration parse(String text) {
        BigDecimal nanos = BigDecimal.ZERO;
        for (String part : text.strip().split("\\+", -1)) {
            Matcher matcher = FORM.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + text + "' is no duration; 250ms, 1.5s, 10m, 6h and 30d are.");
            }
            Duration unit = requireNonNull(UNITS.get(matcher.group(2)));
            nanos = nanos.add(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit.toNanos())));
        }
        if (nanos.compareTo(NANOS_MAX) > 0) {
            throw new IllegalArgumentException("'" + text + "' is longer than 292 years, the most that is accepted.");
        }
        return Duration.ofNanos(nanos.longValue());
    }
}
