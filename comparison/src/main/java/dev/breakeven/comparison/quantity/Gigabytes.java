package dev.breakeven.comparison.quantity;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory, disk or traffic as AWS bills it: every step from bytes to gigabytes and terabytes is 1024, whatever the
 * unit is called. Exact, since a fraction of 1024 has an end in decimals too.
 */
public record Gigabytes(BigDecimal value) {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)([kKMGT]?)i?B");
    private static final BigDecimal STEP = BigDecimal.valueOf(1_024);

    private static final Map<String, Integer> STEPS_BELOW = Map.of("", 3, "k", 2, "K", 2, "M", 1, "G", 0);

    public static final Gigabytes ZERO = new Gigabytes(BigDecimal.ZERO);

    public Gigabytes {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("No size is negative, as " + value.toPlainString() + " GB is.");
        }
    }

    /**
     * Reads a size such as {@code 1536MB}, {@code 7MiB} or {@code 57000GB}.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static Gigabytes parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size; 0B, 3KiB, 1536MB and 57000GB are.");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (matcher.group(2).equals("T")) {
            return new Gigabytes(number.multiply(STEP));
        }
        for (int i = requireNonNull(STEPS_BELOW.get(matcher.group(2))); i > 0; i--) {
            number = number.divide(STEP);
        }
        return new Gigabytes(number);
    }

    public static Gigabytes ofMegabytes(long megabytes) {
        return new Gigabytes(BigDecimal.valueOf(megabytes).divide(STEP));
    }

    public static Gigabytes ofBytes(BigDecimal bytes) {
        return new Gigabytes(bytes.divide(STEP).divide(STEP).divide(STEP));
    }
}
