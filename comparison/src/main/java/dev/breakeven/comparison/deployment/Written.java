package dev.breakeven.comparison.deployment;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a deployment file has under a key, refused by the name of the key. */
final class Written {

    private Written() {}

    static <T> T required(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is missing.");
        }
        return value;
    }

    /** A value in a form of its own. */
    static <T> T parsed(String key, @Nullable String text, Function<String, T> form) {
        try {
            return form.apply(required(key, text));
        } catch (IllegalArgumentException refused) {
            throw text == null
                    ? refused
                    : new IllegalArgumentException("'" + key + "': " + refused.getMessage(), refused);
        }
    }
}
