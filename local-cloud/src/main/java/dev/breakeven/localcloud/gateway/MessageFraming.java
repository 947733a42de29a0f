package dev.breakeven.localcloud.gateway;

import java.util.Locale;
import java.util.Set;

/** Headers that belong to one connection or to the form of one message (RFC 9110, 7.6.1), and so go no further than the front. */
final class MessageFraming {

    private static final Set<String> NAMES = Set.of(
            "connection",
            "content-length",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private MessageFraming() {}

    static boolean has(String headerName) {
        return NAMES.contains(headerName.toLowerCase(Locale.ROOT));
    }
}
