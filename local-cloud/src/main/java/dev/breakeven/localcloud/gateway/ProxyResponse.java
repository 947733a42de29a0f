package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function's answer in the form that a REST API accepts: {@code statusCode}, {@code headers}, {@code multiValueHeaders},
 * {@code body} and {@code isBase64Encoded}, each of its one type and none else. Whatever is not of that form is a 502, and the
 * caller learns no more than that.
 */
final class ProxyResponse {

    private static final JsonFactory JSON = new JsonFactory();

    private int status = -1;
    private final List<HttpHeader> headers = new ArrayList<>();
    private final List<HttpHeader> multiValueHeaders = new ArrayList<>();
    private String body = "";
    private boolean base64;

    private ProxyResponse() {}

    static CallerResponse parse(byte[] payload) {
        try (JsonParser json = JSON.createParser(payload)) {
            ProxyResponse response = new ProxyResponse();
            response.read(json);
            return response.toCaller();
        } catch (IOException | IllegalArgumentException e) {
            return FrontErrors.REST.of(Failure.MALFORMED_ANSWER).response();
        }
    }

    private void read(JsonParser json) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT);
        for (@Nullable String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "statusCode" -> {
                    require(value == JsonToken.VALUE_NUMBER_INT);
                    status = json.getIntValue();
                }
                case "headers" -> readHeaders(json, value);
                case "multiValueHeaders" -> readMultiValueHeaders(json, value);
                case "body" -> body = value == JsonToken.VALUE_NULL ? "" : text(json, value);
                case "isBase64Encoded" -> {
                    require(value.isBoolean());
                    base64 = json.getBooleanValue();
                }
                default -> throw new IllegalArgumentException(field);
            }
        }
        require(json.nextToken() == null);
        require(status >= 100 && status <= 599);
    }

    private void readHeaders(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        require(value == JsonToken.START_OBJECT);
        for (@Nullable String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            headers.add(new HttpHeader(name, text(json, json.nextToken())));
        }
    }

    private void readMultiValueHeaders(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        require(value == JsonToken.START_OBJECT);
        for (@Nullable String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            require(json.nextToken() == JsonToken.START_ARRAY);
            for (JsonToken one = json.nextToken(); one != JsonToken.END_ARRAY; one = json.nextToken()) {
                multiValueHeaders.add(new HttpHeader(name, text(json, one)));
            }
        }
    }

    private static String text(JsonParser json, JsonToken value) throws IOException {
        require(value == JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static void require(boolean wellFormed) {
        if (!wellFormed) {
            throw new IllegalArgumentException();
        }
    }

    private CallerResponse toCaller() {
        List<HttpHeader> all = new ArrayList<>(multiValueHeaders);
        // Both maps count; a name and value that stand in both are one header.
        headers.stream().filter(header -> !all.contains(header)).forEach(all::add);
        all.removeIf(header -> MessageFraming.has(header.name()));
        if (all.stream().noneMatch(header -> header.isNamed("Content-Type"))) {
            all.add(new HttpHeader("Content-Type", "application/json"));
        }
        return new CallerResponse(status, all, base64 ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8));
    }
}
