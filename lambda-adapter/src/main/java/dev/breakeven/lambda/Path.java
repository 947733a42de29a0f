package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** The path of an event, brought back to what HTTP sends: from the first slash on, percent-encoded, without the stage. */
final class Path {

    private static final String PUNCTUATION = "/-._~!$&'()*+,;=:@";
    private static final String HEX = "0123456789ABCDEF";

    private Path() {}

    /**
     * Some fronts decode a path and some do not, and a {@code %2F} that is left cannot tell which. So only what no path can
     * hold is encoded (RFC 3986, section 3.3), and nothing is ever decoded.
     */
    static String encoded(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return "/";
        }
        byte[] bytes = path.getBytes(UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            if (isLiteral(c) || (c == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2))) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    /** The path after the stage, if that is its first segment and all of it: {@code /dev} is no part of {@code /devices}. */
    static @Nullable String withoutStage(@Nullable String path, @Nullable String stage) {
        if (path == null || stage == null || stage.isEmpty() || !path.startsWith(stage, 1)) {
            return path;
        }
        String rest = path.substring(1 + stage.length());
        return rest.isEmpty() || rest.charAt(0) == '/' ? rest : path;
    }

    private static boolean isLiteral(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PUNCTUATION.indexOf(c) >= 0;
    }

    private static boolean isHex(byte[] bytes, int i) {
        return i < bytes.length && Character.digit(bytes[i], 16) >= 0;
    }
}
