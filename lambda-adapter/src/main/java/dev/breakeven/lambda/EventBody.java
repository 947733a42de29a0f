package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.core.Problem;
import dev.breakeven.core.RefusedException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The body of an event: text, or bytes in Base64 where the front holds them for binary. A REST API does so only for the media
 * types it is told are binary; whatever else is not UTF-8 has been damaged before it gets here.
 */
public record EventBody(@Nullable String text, boolean isBase64Encoded) {

    private static final byte[] NOTHING = {};

    byte[] bytes() throws RefusedException {
        if (text == null) {
            return NOTHING;
        }
        if (!isBase64Encoded) {
            return text.getBytes(UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new RefusedException(new Problem.Malformed(
                    "The body is said to be Base64, but cannot be decoded: " + notBase64.getMessage() + "."));
        }
    }
}
