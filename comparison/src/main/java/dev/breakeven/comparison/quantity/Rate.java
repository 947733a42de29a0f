package dev.breakeven.comparison.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often something happens. Users write {@code 0.9/s}, {@code 12/m} or {@code 300/h}. */
public record Rate(BigDecimal perSecond) {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)/(s|m|h)");

    /**
     * Reads a rate.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static Rate parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no rate; 0.9/s, 12/m and 300/h are.");
        }
        BigDecimal seconds = switch (matcher.group(2)) {
            case "s" -> BigDecimal.ONE;
            case "m" -> BigDecimal.valueOf(60);
            default -> BigDecimal.valueOf(3_600);
        };
        return new Rate(new BigDecimal(matcher.group(1)).divide(seconds, MathContext.DECIMAL128));
    }
}
