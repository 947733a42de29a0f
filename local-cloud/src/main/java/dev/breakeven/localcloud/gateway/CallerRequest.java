package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends to a front.
 *
 * @param rawPath from the first slash on, percent-encoded as it was sent
 * @param rawQuery what follows the question mark, encoded as it was sent; empty if there is none
 * @param body empty when there is none; not copied, so not to be changed
 * @param sourceAddress the caller's IP address
 * @param requestId the front's own number for it, a UUID
 */
@SuppressWarnings("ArrayRecordComponent") // Up to 10 MB a call.
public record CallerRequest(
        String method,
        String rawPath,
        String rawQuery,
        List<HttpHeader> headers,
        byte[] body,
        String sourceAddress,
        String requestId) {

    public CallerRequest {
        headers = List.copyOf(headers);
        if (!rawPath.startsWith("/")) {
            throw new IllegalArgumentException("A path starts with a slash, unlike \"" + rawPath + "\"");
        }
    }

    /** A request from this machine, without headers or body. */
    public static CallerRequest of(String method, String path) {
        int mark = path.indexOf('?');
        return new CallerRequest(
                method,
                mark < 0 ? path : path.substring(0, mark),
                mark < 0 ? "" : path.substring(mark + 1),
                List.of(),
                new byte[0],
                "127.0.0.1",
                UUID.randomUUID().toString());
    }

    public CallerRequest withHeaders(List<HttpHeader> others) {
        return new CallerRequest(method, rawPath, rawQuery, others, body, sourceAddress, requestId);
    }

    public CallerRequest withBody(byte[] other) {
        return new CallerRequest(method, rawPath, rawQuery, headers, other, sourceAddress, requestId);
    }

    /** Without this segment at the beginning of its path, if it is there, whole. */
    CallerRequest withoutFirst(String segment) {
        String rest = rawPath.startsWith(segment, 1) ? rawPath.substring(1 + segment.length()) : rawPath;
        if (rest.isEmpty() || (rest.length() < rawPath.length() && rest.startsWith("/"))) {
            String path = rest.isEmpty() ? "/" : rest;
            return new CallerRequest(method, path, rawQuery, headers, body, sourceAddress, requestId);
        }
        return this;
    }

    /** The last value of a header, as most fronts take it. */
    @Nullable
    String header(String name) {
        @Nullable String last = null;
        for (HttpHeader header : headers) {
            if (header.isNamed(name)) {
                last = header.value();
            }
        }
        return last;
    }

    /** The number as API Gateway gives it a second time, in another form. */
    String extendedRequestId() {
        byte[] beginning = Arrays.copyOf(requestId.getBytes(UTF_8), 11);
        return Base64.getUrlEncoder().encodeToString(beginning);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallerRequest that
                && method.equals(that.method)
                && rawPath.equals(that.rawPath)
                && rawQuery.equals(that.rawQuery)
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body)
                && sourceAddress.equals(that.sourceAddress)
                && requestId.equals(that.requestId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, rawPath, rawQuery, headers, Arrays.hashCode(body), sourceAddress, requestId);
    }

    @Override
    public String toString() {
        return method + " " + rawPath + (rawQuery.isEmpty() ? "" : "?" + rawQuery) + " " + headers + ", " + body.length
                + " B";
    }
}
