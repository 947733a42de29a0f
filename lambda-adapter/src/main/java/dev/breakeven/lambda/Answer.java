package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response as all fronts take it: each header once with all its values, and a body that is either text or bytes for Base64.
 * Text is what says so in its {@code Content-Type}, has no {@code Content-Encoding} and is valid UTF-8, because then the
 * caller gets the same bytes; everything else is bytes. {@code Content-Length} and the like are left to the front.
 *
 * @param headers by name in any case
 * @param text null when the body must go as Base64
 */
@SuppressWarnings("ArrayRecordComponent") // Copies of bodies are what a small function has no room for.
public record Answer(
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        @Nullable String text) {

    static final String SET_COOKIE = "Set-Cookie";

    static Answer of(Response response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Headers.Header header : response.headers().all()) {
            List<String> values = headers.get(header.name());
            if (values == null) {
                values = new ArrayList<>(1);
                headers.put(header.name(), values);
            }
            values.add(header.value());
        }
        headers.remove("Content-Length");
        headers.remove("Connection");
        headers.remove("Transfer-Encoding");
        boolean declaredText = !headers.containsKey("Content-Encoding") && isText(headers.get("Content-Type"));
        return new Answer(response.status(), headers, response.body(), declaredText ? utf8(response.body()) : null);
    }

    private static boolean isText(@Nullable List<String> contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.get(0).toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        String mediaType =
                parameters < 0 ? type.strip() : type.substring(0, parameters).strip();
        return mediaType.startsWith("text/")
                || mediaType.equals("application/json")
                || mediaType.endsWith("+json")
                || mediaType.equals("application/xml")
                || mediaType.endsWith("+xml")
                || mediaType.equals("application/javascript");
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException anotherCharset) {
            return null;
        }
    }

    void writeMultiValueHeaders(JsonWriter json) throws IOException {
        json.name("multiValueHeaders").beginObject();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            json.name(header.getKey()).beginArray();
            for (String value : header.getValue()) {
                json.value(value);
            }
            json.endArray();
        }
        json.endObject();
    }

    void writeBody(JsonWriter json) throws IOException {
        json.name("isBase64Encoded").value(text == null);
        if (text == null) {
            json.name("body").value(Base64.getEncoder().encodeToString(body));
        } else {
            json.name("body").value(text);
        }
    }
}
