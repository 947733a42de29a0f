package dev.breakeven.comparison.measurement;

/** What the head of an answer takes on the wire in HTTP/1.1. */
final class HeadBytes {

    /** {@code HTTP/1.1 200 OK} and the empty line after the head. */
    static final long STATUS_LINE = "HTTP/1.1 200 OK\r\n\r\n".length();

    private HeadBytes() {}

    static long line(String name, String value) {
        return (long) name.length() + ": ".length() + value.length() + "\r\n".length();
    }
}
