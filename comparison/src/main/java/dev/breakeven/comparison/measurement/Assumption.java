package dev.breakeven.comparison.measurement;

/**
 * An input that could not be measured here.
 *
 * @param source where the value comes from, or "no source found"
 */
public record Assumption(String name, String value, String source) {

    public static final String NO_SOURCE = "no source found";
}
