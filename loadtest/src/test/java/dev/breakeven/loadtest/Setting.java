package dev.breakeven.loadtest;

import org.jspecify.annotations.Nullable;

/** A number that is set with {@code -D} on the command line. */
final class Setting {

    private Setting() {}

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException in one sentence, if it is no number in the range
     */
    static int number(String name, int otherwise, int min, int max) {
        String text = System.getProperty(name, Integer.toString(otherwise));
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw refusal(name, text, min, max, e);
        }
        throw refusal(name, text, min, max, null);
    }

    private static IllegalArgumentException refusal(
            String name, String text, int min, int max, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "-D" + name + " takes a whole number from " + min + " to " + max + ", not '" + text + "'.", cause);
    }
}
