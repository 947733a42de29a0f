package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.breakeven.localcloud.function.Answer;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payload format 2.0, field by field as AWS documents it ("AWS Lambda proxy integrations for HTTP APIs", "Invoking Lambda function
 * URLs"): what is not there is left out, values of one name are joined with commas, cookies stand apart.
 *
 * @param accountId whose API it is, or that anybody may call
 * @param decodesPath whether the function sees the path decoded
 * @param alwaysHasLength whether the function is told the length of a body that is not there
 */
record VersionTwo(
        String accountId,
        String apiId,
        String domainName,
        boolean decodesPath,
        boolean alwaysHasLength,
        InstantSource clock) {

    private static final String DEFAULT = "$default";
    private static final JsonFactory JSON = new JsonFactory();

    byte[] event(CallerRequest request) {
        return EventJson.object(request, json -> write(json, request));
    }

    private void write(JsonGenerator json, CallerRequest request) throws IOException {
        String path = decodesPath ? QueryString.path(request.rawPath()) : request.rawPath();
        json.writeStringField("version", "2.0");
        json.writeStringField("routeKey", DEFAULT);
        json.writeStringField("rawPath", path);
        json.writeStringField("rawQueryString", request.rawQuery());
        ValuesByName headers = headers(request);
        List<String> cookies = cookies(request);
        if (!cookies.isEmpty()) {
            json.writeArrayFieldStart("cookies");
            for (String cookie : cookies) {
                json.writeString(cookie);
            }
            json.writeEndArray();
        }
        headers.writeJoined(json, "headers");
        ValuesByName query = QueryString.decode(request.rawQuery());
        if (!query.isEmpty()) {
            query.writeJoined(json, "queryStringParameters");
        }
        writeContext(json, request, path, headers.last("user-agent"));
        byte[] body = request.body();
        boolean text = EventJson.isText(request);
        if (body.length > 0 && text) {
            json.writeStringField("body", new String(body, UTF_8));
        } else if (body.length > 0) {
            json.writeBinaryField("body", body);
        }
        json.writeBooleanField("isBase64Encoded", body.length > 0 && !text);
    }

    private ValuesByName headers(CallerRequest request) {
        ValuesByName headers = EventJson.headers(request, ValuesByName.ofSmallHeaders(), "https", "443");
        headers.remove("cookie");
        if (headers.last("host") == null) {
            headers.add("host", domainName);
        }
        if (alwaysHasLength || request.body().length > 0) {
            headers.set("content-length", Integer.toString(request.body().length));
        }
        return headers;
    }

    private static List<String> cookies(CallerRequest request) {
        List<String> cookies = new ArrayList<>();
        for (HttpHeader header : request.headers()) {
            if (header.isNamed("Cookie")) {
                for (String cookie : header.value().split(";", -1)) {
                    cookies.add(cookie.strip());
                }
            }
        }
        return cookies;
    }

    private void writeContext(JsonGenerator json, CallerRequest request, String path, @Nullable String userAgent)
            throws IOException {
        Instant now = clock.instant();
        json.writeObjectFieldStart("requestContext");
        json.writeStringField("accountId", accountId);
        json.writeStringField("apiId", apiId);
        json.writeStringField("domainName", domainName);
        json.writeStringField("domainPrefix", domainName.substring(0, domainName.indexOf('.')));
        json.writeObjectFieldStart("http");
        json.writeStringField("method", request.method());
        json.writeStringField("path", path);
        json.writeStringField("protocol", "HTTP/1.1");
        json.writeStringField("sourceIp", request.sourceAddress());
        json.writeStringField("userAgent", userAgent == null ? "" : userAgent);
        json.writeEndObject();
        json.writeStringField("requestId", alwaysHasLength ? request.extendedRequestId() : request.requestId());
        json.writeStringField("routeKey", DEFAULT);
        json.writeStringField("stage", DEFAULT);
        json.writeStringField("time", EventJson.time(now));
        json.writeNumberField("timeEpoch", now.toEpochMilli());
        json.writeEndObject();
    }

    /** An object with a status is a response; any other JSON is the body of one. */
    CallerResponse response(Answer.Payload answer) throws MalformedAnswerException {
        @Nullable String text = string(answer.bytes());
        if (text != null) {
            return inferred(text.getBytes(UTF_8));
        }
        FunctionResponse response = FunctionResponse.parse(answer.bytes(), FunctionResponse.Form.VERSION_2);
        if (!response.hasStatus()) {
            return inferred(answer.bytes());
        }
        return new CallerResponse(
                response.status(),
                new ResponseHeaders(response.allHeaders())
                        .byDefault("Content-Type", "application/json")
                        .list(),
                response.bytes());
    }

    private static CallerResponse inferred(byte[] body) {
        return new CallerResponse(200, List.of(new HttpHeader("Content-Type", "application/json")), body);
    }

    /** What is to be sent of JSON that is no object; nothing if it is one. */
    private static @Nullable String string(byte[] payload) throws MalformedAnswerException {
        try (JsonParser json = JSON.createParser(payload)) {
            @Nullable JsonToken first = json.nextToken();
            if (first == null) {
                throw new MalformedAnswerException("JSON");
            }
            if (first == JsonToken.START_OBJECT) {
                return null;
            }
            String text = first == JsonToken.VALUE_STRING ? json.getText() : new String(payload, UTF_8);
            json.skipChildren();
            if (json.nextToken() != null) {
                throw new MalformedAnswerException("an end");
            }
            return text;
        } catch (IOException e) {
            throw new MalformedAnswerException(e);
        }
    }
}
