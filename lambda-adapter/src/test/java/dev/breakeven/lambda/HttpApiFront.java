package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/** An HTTP API with a named stage: the path is decoded and begins with the stage, the query is as it was sent. */
final class HttpApiFront extends Front {

    @Override
    public ObjectNode event(Request request) {
        String path = "/prod" + URLDecoder.decode(request.path().replace("+", "%2B"), UTF_8);
        StringJoiner query = new StringJoiner("&");
        request.query()
                .parameters()
                .forEach((key, values) -> values.forEach(value -> query.add(encoded(key) + "=" + encoded(value))));
        ObjectNode event = Events.JSON.createObjectNode();
        event.put("version", "2.0").put("routeKey", "$default").put("rawPath", path);
        event.put("rawQueryString", query.toString());
        ObjectNode headers = event.putObject("headers");
        grouped(request.headers()).forEach((name, values) -> {
            if (name.equalsIgnoreCase("Cookie")) {
                ArrayNode cookies = event.putArray("cookies");
                values.forEach(cookies::add);
            } else {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
        event.putObject("requestContext")
                .put("stage", "prod")
                .putObject("http")
                .put("method", request.method())
                .put("path", path);
        putBody(event, request);
        return event;
    }

    @Override
    Headers headers(JsonNode answer) {
        Headers headers = singleHeaders(answer);
        for (JsonNode cookie : answer.path("cookies")) {
            headers = headers.and("Set-Cookie", cookie.textValue());
        }
        return headers;
    }

    @Override
    Set<String> fields() {
        return Set.of("statusCode", "headers", "cookies", "body", "isBase64Encoded");
    }
}
