package dev.breakeven.localcloud.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a front sends back to the caller.
 *
 * @param headers all but those that frame the message, like {@code Content-Length}
 * @param body the bytes to send; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Up to 6 MB a call.
public record CallerResponse(int status, List<HttpHeader> headers, byte[] body) {

    public CallerResponse {
        headers = List.copyOf(headers);
    }

    /** The values of one header, in order. */
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(HttpHeader::value)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallerResponse that
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
        return status + " " + headers + ", " + body.length + " B";
    }
}
