package dev.breakeven.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
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

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(EVENT_BYTES_MAX)
                    .maxStringLength(EVENT_BYTES_MAX)
                    .maxNestingDepth(DEPTH_MAX)
                    .build())
            .build();

    private final JsonParser json;

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

    private EventReader(JsonParser json) {
        this.json = json;
    }

    /** Null when the event is not HTTP: it may be a schedule's, a warm-up ping or somebody's try in the console. */
    static @Nullable HttpEvent read(InputStream in) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            EventReader reader = new EventReader(json);
            reader.readEvent();
            return reader.event();
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
        while (json.nextValue() != JsonToken.END_OBJECT) {
            switch (json.currentName()) {
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
                default -> json.skipChildren();
            }
        }
    }

    private void readContext() throws IOException {
        if (!opensObject()) {
            return;
        }
        hasContext = true;
        while (json.nextValue() != JsonToken.END_OBJECT) {
            switch (json.currentName()) {
                case "stage" -> stage = text();
                case "path" -> contextPath = text();
                case "elb" -> {
                    hasLoadBalancer = true;
                    json.skipChildren();
                }
                case "http" -> readContextHttp();
                default -> json.skipChildren();
            }
        }
    }

    private void readContextHttp() throws IOException {
        if (!opensObject()) {
            return;
        }
        while (json.nextValue() != JsonToken.END_OBJECT) {
            if (json.currentName().equals("method")) {
                contextMethod = text();
            } else {
                json.skipChildren();
            }
        }
    }

    private @Nullable Map<String, String> textsByName() throws IOException {
        if (!opensObject()) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        while (json.nextValue() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            String text = text();
            if (text != null) {
                texts.put(name, text);
            }
        }
        return texts;
    }

    private @Nullable Map<String, List<String>> listsByName() throws IOException {
        if (!opensObject()) {
            return null;
        }
        Map<String, List<String>> lists = new LinkedHashMap<>();
        while (json.nextValue() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            lists.put(name, texts());
        }
        return lists;
    }

    private List<String> texts() throws IOException {
        if (!json.hasToken(JsonToken.START_ARRAY)) {
            json.skipChildren();
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String text = text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable String text() throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    private boolean isTrue() throws IOException {
        json.skipChildren();
        return json.hasToken(JsonToken.VALUE_TRUE);
    }

    private boolean opensObject() throws IOException {
        if (json.hasToken(JsonToken.START_OBJECT)) {
            return true;
        }
        json.skipChildren();
        return false;
    }
}
