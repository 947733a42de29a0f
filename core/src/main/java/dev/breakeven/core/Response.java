package dev.breakeven.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a caller is told, however it goes out.
 *
 * @param headers all that the answer needs but {@code Content-Length}, which follows from the body (an answer to HEAD, whose
 *     body is left out, carries it)
 * @param body the bytes to send, empty when there are none; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Copies of bodies are what a small function has no room for.
public record Response(int status, Headers headers, byte[] body) {

    private static final byte[] NOTHING = {};

    public static Response text(int status, String contentType, String body) {
        return new Response(status, Headers.of("Content-Type", contentType), body.getBytes(UTF_8));
    }

    public static Response empty(int status, Headers headers) {
        return new Response(status, headers, NOTHING);
    }

    public Response and(String header, String value) {
        return new Response(status, headers.and(header, value), body);
    }

    /** The answer to HEAD where this would answer GET: the same head, and no body. */
    public Response headOnly() {
        return empty(status, headers.and("Content-Length", Integer.toString(body.length)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Response that
                && status == that.status
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, headers, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return status + " " + headers.all() + ", " + body.length + " B";
    }
}
