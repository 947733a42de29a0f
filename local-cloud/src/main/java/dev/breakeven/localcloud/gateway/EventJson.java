package dev.breakeven.localcloud.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of all fronts have in common. */
final class EventJson {

    static final String ACCOUNT_ID = "123456789012";

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** What HTTP APIs, function URLs and load balancers hand on as text, next to {@code text/*}. */
    private static final Set<String> TEXT = Set.of("application/json", "application/javascript", "application/xml");

    private EventJson() {}

    /** Writes the fields of an event. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] object(CallerRequest request, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096 + request.body().length * 4 / 3);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Writing to memory does not fail.
        }
        return bytes.toByteArray();
    }

    /** As in 23/Nov/2026:18:04:05 +0000. */
    static String time(Instant moment) {
        return REQUEST_TIME.format(moment);
    }

    /** Whether a front without binary media types hands the body on as text. */
    static boolean isText(CallerRequest request) {
        @Nullable String contentType = request.header("Content-Type");
        if (contentType == null || request.header("Content-Encoding") != null) {
            return false;
        }
        String alone = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return alone.startsWith("text/") || TEXT.contains(alone);
    }

    /** The caller's headers, and what the front knows of the connection that they came over. */
    static ValuesByName headers(CallerRequest request, ValuesByName into, String scheme, String port) {
        for (HttpHeader header : request.headers()) {
            if (!MessageFraming.has(header.name())) {
                into.add(header.name(), header.value());
            }
        }
        @Nullable String forwardedFor = into.last("X-Forwarded-For");
        into.set(
                "X-Forwarded-For",
                forwardedFor == null ? request.sourceAddress() : forwardedFor + ", " + request.sourceAddress());
        into.set("X-Forwarded-Port", port);
        into.set("X-Forwarded-Proto", scheme);
        return into;
    }
}
