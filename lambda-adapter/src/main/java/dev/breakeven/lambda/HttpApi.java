package dev.breakeven.lambda;

import com.google.gson.stream.JsonWriter;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Query;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Payload format 2.0: an API Gateway HTTP API or a function URL. Headers of the same name come joined with commas, which
 * stays so; cookies come and go apart from the headers.
 *
 * @param rawPath with a named stage before it; an HTTP API has decoded it, a function URL has not
 * @param rawQueryString as it was sent
 */
public record HttpApi(
        String method,
        @Nullable String rawPath,
        @Nullable String rawQueryString,
        @Nullable String stage,
        Map<String, String> headers,
        List<String> cookies,
        EventBody body)
        implements HttpEvent {

    private static final String STAGE_WITHOUT_NAME = "$default";

    @Override
    public Request request() throws RefusedException {
        String path = STAGE_WITHOUT_NAME.equals(stage) ? rawPath : Path.withoutStage(rawPath, stage);
        Query query = rawQueryString == null ? Query.NONE : Query.parse(rawQueryString);
        return new Request(method, Path.encoded(path), query, allHeaders(), body.bytes());
    }

    private Headers allHeaders() {
        List<Headers.Header> all = new ArrayList<>(headers.size() + 1);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (cookies.isEmpty() || !header.getKey().equalsIgnoreCase("Cookie")) {
                all.add(new Headers.Header(header.getKey(), header.getValue()));
            }
        }
        if (!cookies.isEmpty()) {
            all.add(new Headers.Header("Cookie", String.join("; ", cookies)));
        }
        return new Headers(all);
    }

    @Override
    public void writeHeaders(Answer answer, JsonWriter json) throws IOException {
        json.name("headers").beginObject();
        for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
            if (!header.getKey().equalsIgnoreCase(Answer.SET_COOKIE)) {
                json.name(header.getKey()).value(String.join(", ", header.getValue()));
            }
        }
        json.endObject();
        List<String> newCookies = answer.headers().get(Answer.SET_COOKIE);
        if (newCookies != null) {
            json.name("cookies").beginArray();
            for (String cookie : newCookies) {
                json.value(cookie);
            }
            json.endArray();
        }
    }
}
