package dev.breakeven.comparison.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One knob and the values that it takes one after another. Users write {@code memory=128..10240x1.25}, by a factor;
 * {@code rate=1/s..100/s+5/s}, by a step; or {@code memory=128,512,1024}. Both ends of a range are among its values. A range with
 * neither goes by a quarter more at a time, and memory has 1,769 MB as well, where a function has one whole vCPU.
 *
 * @param values rising
 */
public record Axis(Knob knob, List<BigDecimal> values) {

    private static final Pattern FORM = Pattern.compile("([a-z]+)=(.+)");
    private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.([^x+]+)(?:([x+])(.+))?");
    private static final BigDecimal QUARTER_MORE = new BigDecimal("1.25");
    private static final int VALUES_MAX = 10_000;

    public Axis {
        values = List.copyOf(values);
    }

    /**
     * Reads an axis.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static Axis parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no sweep; memory=128..10240, memory=128,512,1024, memory=128..10240x2 and rate=1/s..9/s+2/s are.");
        }
        Knob knob = Knob.named(matcher.group(1))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no '" + matcher.group(1) + "' to sweep over; there is " + Knob.labels() + "."));
        Matcher range = RANGE.matcher(matcher.group(2));
        if (range.matches()) {
            return new Axis(knob, values(knob, range));
        }
        return new Axis(
                knob,
                Stream.of(matcher.group(2).split(",", -1))
                        .map(value -> knob.rounded(knob.checked(knob.parse(value.strip()))))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static List<BigDecimal> values(Knob knob, Matcher range) {
        BigDecimal from = knob.checked(knob.parse(range.group(1)));
        BigDecimal to = knob.checked(knob.parse(range.group(2)));
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException(knob.label()
                    + " goes up, from the smaller to the larger value, not from " + knob.shown(from) + ".");
        }
        boolean adds = "+".equals(range.group(3));
        BigDecimal by = range.group(4) == null
                ? QUARTER_MORE
                : adds ? knob.parse(range.group(4)) : new BigDecimal(factor(range.group(4)));
        if (!adds && from.signum() == 0) {
            throw new IllegalArgumentException(knob.label() + " begins at 0, which no factor leaves; give it a step"
                    + " with '+', or values with ','.");
        }
        if (by.compareTo(adds ? BigDecimal.ZERO : BigDecimal.ONE) <= 0) {
            throw new IllegalArgumentException(
                    knob.label() + " goes up by a factor above 1 or by a step above 0, not by " + range.group(4) + ".");
        }
        TreeSet<BigDecimal> values = new TreeSet<>();
        int steps = 0;
        for (BigDecimal value = from;
                value.compareTo(to) < 0;
                value = adds ? value.add(by) : value.multiply(by, MathContext.DECIMAL64)) {
            values.add(knob.rounded(value));
            if (++steps > VALUES_MAX) {
                throw new IllegalArgumentException(knob.label() + " takes at most " + VALUES_MAX + " steps.");
            }
        }
        values.add(knob.rounded(to));
        if (range.group(4) == null) {
            knob.landmarks().stream()
                    .filter(value -> value.compareTo(from) > 0 && value.compareTo(to) < 0)
                    .forEach(values::add);
        }
        return List.copyOf(values);
    }

    private static String factor(String text) {
        if (!text.matches("\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("'" + text + "' is no factor; 1.25 and 2 are.");
        }
        return text;
    }
}
