package dev.breakeven.loadtest;

import java.util.Locale;

/** What a run is called in file names and on the page. */
record Label(String name) {

    private static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9.-]{0,39}";

    /**
     * The one that is asked for, or else what the target is called.
     *
     * @throws IllegalArgumentException in one sentence, if it is no name for a file
     */
    static Label of(String asked, String target) {
        if (asked.isEmpty()) {
            String host = target.replaceFirst("^https?://", "").replaceFirst("/$", "");
            String name =
                    host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[.-]+", "");
            return new Label(name.isEmpty() ? "target" : name.substring(0, Math.min(40, name.length())));
        }
        if (!asked.matches(PATTERN)) {
            throw new IllegalArgumentException(
                    "-Dlabel takes up to 40 letters, digits, dots and dashes, not '" + asked + "'.");
        }
        return new Label(asked);
    }
}
