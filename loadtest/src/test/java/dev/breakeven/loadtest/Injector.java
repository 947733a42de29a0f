package dev.breakeven.loadtest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several processes that make up a crowd together: of any so many requests in a row each makes one.
 *
 * @param number from 1 to {@code of}
 */
record Injector(int number, int of) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

    /**
     * Reads {@code 2/3}, the second of three.
     *
     * @throws IllegalArgumentException in one sentence, if it is none
     */
    static Injector parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (written.matches()) {
            Injector injector = new Injector(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
            if (injector.number >= 1 && injector.number <= injector.of) {
                return injector;
            }
        }
        throw new IllegalArgumentException(
                "-Dinjector takes which one of how many it is, from 1/1 to 999/999, as in 2/3, not '" + text + "'.");
    }

    /** @param request counted from 0 over all injectors */
    boolean makes(long request) {
        return request % of == number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
