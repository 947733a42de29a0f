package dev.breakeven.lambda;

import com.google.gson.stream.JsonWriter;
import dev.breakeven.core.Query;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function as the target of an Application Load Balancer. Path and query come as they were sent. The target group's
 * multi-value attribute decides whether headers and query have all values of a name or the last one; the answer must be in the
 * same form, or the load balancer drops its headers.
 */
public record LoadBalancer(String method, @Nullable String path, Values headers, Values query, EventBody body)
        implements HttpEvent {

    /** Documented as 1 MB of JSON; read as the binary one, as Lambda's megabytes are. */
    private static final int ANSWER_BYTES_MAX = 1024 * 1024;

    @Override
    public Request request() throws RefusedException {
        return new Request(
                method, Path.encoded(path), Query.parse(query.queryString()), headers.headers(), body.bytes());
    }

    @Override
    public int answerBytesMax() {
        return ANSWER_BYTES_MAX;
    }

    @Override
    public void writeHeaders(Answer answer, JsonWriter json) throws IOException {
        json.name("statusDescription").value(StatusDescription.of(answer.status()));
        if (headers.isMultiValue()) {
            answer.writeMultiValueHeaders(json);
            return;
        }
        json.name("headers").beginObject();
        for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
            if (header.getKey().equalsIgnoreCase(Answer.SET_COOKIE)) {
                writeCookies(header.getValue(), json);
            } else {
                json.name(header.getKey()).value(String.join(", ", header.getValue()));
            }
        }
        json.endObject();
    }

    /**
     * Cookies cannot be joined, and a name can be had only once; but names that differ in case are different names to JSON and
     * the same to HTTP, so the bits of a cookie's number choose the letters to be written small.
     */
    private static void writeCookies(List<String> cookies, JsonWriter json) throws IOException {
        for (int number = 0; number < cookies.size(); number++) {
            char[] name = Answer.SET_COOKIE.toCharArray();
            int bits = number;
            for (int i = 0; bits != 0; i++) {
                if (Character.isLetter(name[i])) {
                    name[i] = (bits & 1) == 0 ? name[i] : swapped(name[i]);
                    bits >>= 1;
                }
            }
            json.name(new String(name)).value(cookies.get(number));
        }
    }

    private static char swapped(char letter) {
        return Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
    }
}
