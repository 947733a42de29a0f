package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.quantity.DurationFormat;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit on CPU time as Linux enforces it: so much in each period, and nothing once that is used up until the next one.
 *
 * @param processors the share, of which a period has so many periods' worth
 */
public record QuotaTerms(double processors, Duration period) {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)/([^/]+)");

    /**
     * Reads a quota such as {@code 0.25/20ms}.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static QuotaTerms parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no quota; a share of processors and a period are, such as 0.25/20ms");
        }
        return new QuotaTerms(Double.parseDouble(matcher.group(1)), DurationFormat.parse(matcher.group(2)));
    }

    public QuotaTerms {
        if (!(processors > 0 && processors <= 1_000) || period.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(
                    "a quota is a share above 0 of processors in a period of 1ms and up, such as 0.25/20ms");
        }
    }
}
