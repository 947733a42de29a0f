package dev.breakeven.core;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a caller asks, however it came in.
 *
 * @param method in capitals, as HTTP has it
 * @param path from the first slash on, still percent-encoded, without the query
 * @param body the bytes as the caller sent them, empty when there are none; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Copies of bodies are what a small function has no room for.
public record Request(String method, String path, Query query, Headers headers, byte[] body) {

    private static final byte[] NOTHING = {};

    /** A request without headers or body. */
    public static Request of(String method, String path) {
        int mark = path.indexOf('?');
        return mark < 0
                ? new Request(method, path, Query.NONE, Headers.NONE, NOTHING)
                : new Request(
                        method, path.substring(0, mark), Query.parse(path.substring(mark + 1)), Headers.NONE, NOTHING);
    }

    public Request with(Headers others) {
        return new Request(method, path, query, others, body);
    }

    public Request with(byte[] otherBody) {
        return new Request(method, path, query, headers, otherBody);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Request that
                && method.equals(that.method)
                && path.equals(that.path)
                && query.equals(that.query)
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, path, query, headers, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return method + " " + path + " " + query.parameters() + " " + headers.all() + ", " + body.length + " B";
    }
}
