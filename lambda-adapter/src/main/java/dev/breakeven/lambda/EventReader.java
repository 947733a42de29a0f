package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event token by token and tells which front it came from by its shape, since {@code version} is missing from some
 * events and shared by others. A field that is unknown, null or of another type than expected counts as absent.
 */
final class EventReader {

    /** Lambda delivers 6 MB; nothing that is larger or deeper than any front makes it is worth memory or time. */
    private static final int EVENT_BYTES_MAX = 8 << 20;

    private static final int DEPTH_MAX = 64;

    private final JsonReader json;

    private @Nullable String httpMethod;
    private @Nullable String path;
    private @Nullable String rawPath;
    private @Nullable String rawQueryString;
    private @Nullable Map<String, String> headers;
    private @Nullable Map<String, List<String>> multiValueHeaders;
    private @Nullable Map<String, String> query;
    private @Nullable Map<String, List<String>> multiValueQuery;
    private List<String> cookies = List.of();
    private @Nullable String body;
    private boolean isBase64Encoded;
    private boolean hasContext;
    private boolean hasLoadBalancer;
    private @Nullable String contextMethod;
    private @Nullable String contextPath;
    private @Nullable String stage;

    private EventReader(JsonReader json) {
        this.json = json;
    }

    /** Null when the event is not HTTP: it may be a schedule's, a warm-up ping or somebody's try in the console. */
    static @Nullable HttpEvent read(InputStream in) throws IOException {
        BoundedStream event = new BoundedStream(in, EVENT_BYTES_MAX);
        try (JsonReader json = new JsonReader(new InputStreamReader(event, UTF_8.newDecoder()))) {
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(DEPTH_MAX);
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                return null;
            }
            EventReader reader = new EventReader(json);
            reader.readEvent();
            return reader.event();
        } catch (EOFException e) {
            if (event.isEmpty()) {
                return null;
            }
            throw e;
        }
    }

    private @Nullable HttpEvent event() {
        EventBody eventBody = new EventBody(body, isBase64Encoded);
        if (contextMethod != null) {
            return new HttpApi(
                    contextMethod,
                    rawPath,
                    rawQueryString,
                    stage,
                    headers == null ? Map.of() : headers,
                    cookies,
                    eventBody);
        }
        if (httpMethod == null || !hasContext) {
            return null;
        }
        Values allHeaders = new Values(headers, multiValueHeaders);
        Values allParameters = new Values(query, multiValueQuery);
        return hasLoadBalancer
                ? new LoadBalancer(httpMethod, path, allHeaders, allParameters, eventBody)
                : new RestApi(httpMethod, path, contextPath, stage, allHeaders, allParameters, eventBody);
    }

    private void readEvent() throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "httpMethod" -> httpMethod = text();
                case "path" -> path = text();
                case "rawPath" -> rawPath = text();
                case "rawQueryString" -> rawQueryString = text();
                case "headers" -> headers = textsByName();
                case "multiValueHeaders" -> multiValueHeaders = listsByName();
                case "queryStringParameters" -> query = textsByName();
                case "multiValueQueryStringParameters" -> multiValueQuery = listsByName();
                case "cookies" -> cookies = texts();
                case "body" -> body = text();
                case "isBase64Encoded" -> isBase64Encoded = isTrue();
                case "requestContext" -> readContext();
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void readContext() throws IOException {
        if (!opensObject()) {
            return;
        }
        hasContext = true;
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "stage" -> stage = text();
                case "path" -> contextPath = text();
                case "elb" -> {
                    hasLoadBalancer = true;
                    json.skipValue();
                }
                case "http" -> readContextHttp();
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void readContextHttp() throws IOException {
        if (!opensObject()) {
            return;
        }
        while (json.hasNext()) {
            if (json.nextName().equals("method")) {
                contextMethod = text();
            } else {
                json.skipValue();
            }
        }
        json.endObject();
    }

    private @Nullable Map<String, String> textsByName() throws IOException {
        if (!opensObject()) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        while (json.hasNext()) {
            String name = json.nextName();
            String text = text();
            if (text != null) {
                texts.put(name, text);
            }
        }
        json.endObject();
        return texts;
    }

    private @Nullable Map<String, List<String>> listsByName() throws IOException {
        if (!opensObject()) {
            return null;
        }
        Map<String, List<String>> lists = new LinkedHashMap<>();
        while (json.hasNext()) {
            String name = json.nextName();
            lists.put(name, texts());
        }
        json.endObject();
        return lists;
    }

    private List<String> texts() throws IOException {
        if (json.peek() != JsonToken.BEGIN_ARRAY) {
            json.skipValue();
            return List.of();
        }
        json.beginArray();
        List<String> texts = new ArrayList<>();
        while (json.hasNext()) {
            String text = text();
            if (text != null) {
                texts.add(text);
            }
        }
        json.endArray();
        return texts;
    }

    private @Nullable String text() throws IOException {
        if (json.peek() == JsonToken.STRING) {
            return json.nextString();
        }
        json.skipValue();
        return null;
    }

    private boolean isTrue() throws IOException {
        if (json.peek() == JsonToken.BOOLEAN) {
            return json.nextBoolean();
        }
        json.skipValue();
        return false;
    }

    /** Whether there is an object, which is then entered; what else there is, is passed over. */
    private boolean opensObject() throws IOException {
        if (json.peek() == JsonToken.BEGIN_OBJECT) {
            json.beginObject();
            return true;
        }
        json.skipValue();
        return false;
    }
}
