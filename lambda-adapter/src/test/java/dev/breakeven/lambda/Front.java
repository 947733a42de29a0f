package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Query;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What stands before a function, as far as it shapes events and answers: makes the event of a request and turns the function's
 * answer into what the caller sees, as strictly as the real one does. Its size limits are left out.
 */
public abstract class Front {

    /** The event of a request. */
    public abstract ObjectNode event(Request request);

    /** The headers that the caller sees, taken from where this front looks for them. */
    abstract Headers headers(JsonNode answer);

    /** The fields an answer may have; any other makes it malformed. */
    abstract Set<String> fields();

    final Response send(Handler handler, Request request) throws IOException {
        return response(Events.answer(handler, event(request).toString()));
    }

    public final Response response(JsonNode answer) {
        answer.fieldNames().forEachRemaining(name -> assertThat(fields()).contains(name));
        assertThat(answer.path("statusCode").isInt()).isTrue();
        String body = answer.path("body").textValue();
        byte[] bytes =
                answer.path("isBase64Encoded").asBoolean() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
        return new Response(answer.path("statusCode").intValue(), headers(answer), bytes);
    }

    static Map<String, List<String>> grouped(Headers headers) {
        Map<String, List<String>> grouped = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Headers.Header header : headers.all()) {
            grouped.computeIfAbsent(header.name(), name -> headers.values(name));
        }
        return grouped;
    }

    static ObjectNode lastOfEach(Map<String, List<String>> values) {
        ObjectNode object = Events.JSON.createObjectNode();
        values.forEach((name, all) -> object.put(name, all.getLast()));
        return object;
    }

    static ObjectNode allOfEach(Map<String, List<String>> values) {
        ObjectNode object = Events.JSON.createObjectNode();
        values.forEach((name, all) -> {
            ArrayNode array = object.putArray(name);
            all.forEach(array::add);
        });
        return object;
    }

    static Headers multiValueHeaders(JsonNode answer) {
        Headers headers = Headers.NONE;
        for (Map.Entry<String, JsonNode> header :
                answer.path("multiValueHeaders").properties()) {
            for (JsonNode value : header.getValue()) {
                assertThat(value.isTextual()).isTrue();
                headers = headers.and(header.getKey(), value.textValue());
            }
        }
        return headers;
    }

    static Headers singleHeaders(JsonNode answer) {
        Headers headers = Headers.NONE;
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            assertThat(header.getValue().isTextual()).isTrue();
            headers = headers.and(header.getKey(), header.getValue().textValue());
        }
        return headers;
    }

    static Map<String, List<String>> encoded(Query query) {
        Map<String, List<String>> encoded = new TreeMap<>();
        query.parameters()
                .forEach((key, values) -> encoded.put(
                        encoded(key), values.stream().map(Front::encoded).toList()));
        return encoded;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Base64 unless the type is one that HTTP APIs and load balancers hold for text. */
    static void putBody(ObjectNode event, Request request) {
        String type = request.headers().first("Content-Type").orElse("");
        boolean text = request.headers().first("Content-Encoding").isEmpty()
                && (type.startsWith("text/")
                        || type.startsWith("application/json")
                        || type.startsWith("application/javascript")
                        || type.startsWith("application/xml"));
        boolean base64 = !text && request.body().length > 0;
        event.put(
                "body",
                base64 ? Base64.getEncoder().encodeToString(request.body()) : new String(request.body(), UTF_8));
        event.put("isBase64Encoded", base64);
    }
}
