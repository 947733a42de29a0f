package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function's answer in the form that a front reads: a status, headers and a body, each field of its one type. Maps and the body
 * may be null. What the forms differ in is which fields they have, and whether they put up with others.
 */
final class FunctionResponse {

    /** Which fields an answer has. */
    enum Form {
        REST,
        LOAD_BALANCER,
        VERSION_2,
        PRELUDE;

        private boolean has(String field) {
            return switch (field) {
                case "statusCode", "headers" -> true;
                case "body", "isBase64Encoded" -> this != PRELUDE;
                case "multiValueHeaders" -> this != VERSION_2;
                case "cookies" -> this == VERSION_2 || this == PRELUDE;
                case "statusDescription" -> this == LOAD_BALANCER;
                default -> false;
            };
        }

        private boolean putsUpWithOthers() {
            return this == VERSION_2 || this == PRELUDE;
        }
    }

    /** A status below is not an answer but the announcement of one. */
    private static final int STATUS_MIN = 200;

    private static final int STATUS_MAX = 599;
    private static final int NO_STATUS = -1;

    // RFC 9110, 5.6.2 and 5.5.
    private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");
    private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x08\\x0a-\\x1f\\x7f]*");

    private static final JsonFactory JSON = new JsonFactory();

    private final Form form;
    private int status = NO_STATUS;
    private final List<HttpHeader> headers = new ArrayList<>();
    private final List<HttpHeader> multiValueHeaders = new ArrayList<>();
    private final List<HttpHeader> cookies = new ArrayList<>();
    private String body = "";
    private boolean base64;

    private FunctionResponse(Form form) {
        this.form = form;
    }

    static FunctionResponse parse(byte[] payload, Form form) throws MalformedAnswerException {
        try (JsonParser json = JSON.createParser(payload)) {
            FunctionResponse response = new FunctionResponse(form);
            response.read(json);
            return response;
        } catch (IOException e) {
            throw new MalformedAnswerException(e);
        }
    }

    boolean hasStatus() {
        return status != NO_STATUS;
    }

    int status() throws MalformedAnswerException {
        require(status >= STATUS_MIN && status <= STATUS_MAX, "statusCode");
        return status;
    }

    boolean isBase64() {
        return base64;
    }

    List<HttpHeader> headers() {
        return headers;
    }

    List<HttpHeader> multiValueHeaders() {
        return multiValueHeaders;
    }

    /** Both maps; a name and value that stand in both are one header. */
    List<HttpHeader> allHeaders() {
        List<HttpHeader> all = new ArrayList<>(multiValueHeaders);
        headers.stream().filter(header -> !all.contains(header)).forEach(all::add);
        all.addAll(cookies);
        return all;
    }

    /** As it was written. */
    byte[] text() {
        return body.getBytes(UTF_8);
    }

    /** Decoded, if it is encoded. */
    byte[] bytes() throws MalformedAnswerException {
        try {
            return base64 ? Base64.getDecoder().decode(body) : text();
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswerException(e);
        }
    }

    private void read(JsonParser json) throws IOException, MalformedAnswerException {
        require(json.nextToken() == JsonToken.START_OBJECT, "an object");
        for (@Nullable String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (!form.has(field)) {
                require(form.putsUpWithOthers(), field);
                json.skipChildren();
                continue;
            }
            switch (field) {
                case "statusCode" -> {
                    require(value == JsonToken.VALUE_NUMBER_INT, field);
                    status = json.getIntValue();
                }
                case "headers" -> readHeaders(json, value);
                case "multiValueHeaders" -> readMultiValueHeaders(json, value);
                case "cookies" -> readCookies(json, value);
                case "body" -> body = value == JsonToken.VALUE_NULL ? "" : text(json, value);
                case "isBase64Encoded" -> {
                    require(value.isBoolean(), field);
                    base64 = json.getBooleanValue();
                }
                default -> json.skipChildren();
            }
        }
        require(json.nextToken() == null, "an end");
    }

    private void readHeaders(JsonParser json, JsonToken value) throws IOException, MalformedAnswerException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        require(value == JsonToken.START_OBJECT, "headers");
        for (@Nullable String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            headers.add(header(name, text(json, json.nextToken())));
        }
    }

    private void readMultiValueHeaders(JsonParser json, JsonToken value) throws IOException, MalformedAnswerException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        require(value == JsonToken.START_OBJECT, "multiValueHeaders");
        for (@Nullable String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            for (String one : texts(json, json.nextToken())) {
                multiValueHeaders.add(header(name, one));
            }
        }
    }

    private void readCookies(JsonParser json, JsonToken value) throws IOException, MalformedAnswerException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        for (String cookie : texts(json, value)) {
            cookies.add(header("Set-Cookie", cookie));
        }
    }

    private static List<String> texts(JsonParser json, JsonToken value) throws IOException, MalformedAnswerException {
        require(value == JsonToken.START_ARRAY, "an array");
        List<String> texts = new ArrayList<>();
        for (JsonToken one = json.nextToken(); one != JsonToken.END_ARRAY; one = json.nextToken()) {
            texts.add(text(json, one));
        }
        return texts;
    }

    private static String text(JsonParser json, JsonToken value) throws IOException, MalformedAnswerException {
        require(value == JsonToken.VALUE_STRING, "a string");
        return json.getText();
    }

    private static HttpHeader header(String name, String value) throws MalformedAnswerException {
        require(TOKEN.matcher(name).matches() && VALUE.matcher(value).matches(), "a header");
        return new HttpHeader(name, value);
    }

    private static void require(boolean wellFormed, String what) throws MalformedAnswerException {
        if (!wellFormed) {
            throw new MalformedAnswerException(what);
        }
    }
}
