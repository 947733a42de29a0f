package dev.breakeven.comparison.workload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line, at any depth of which the keys that are common for a request are looked for: its time (ISO 8601, that
 * of the common log format, or a number since 1970), and its method and path or its request line. The time is needed; a
 * line without a route is a request of which the mix decides the kind.
 */
final class JsonLinesLog implements LogFormat.Reader {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Set<String> TIMES = Set.of(
            "time",
            "timestamp",
            "@timestamp",
            "ts",
            "date",
            "datetime",
            "requesttime",
            "requesttimeepoch",
            "time_local",
            "time_iso8601",
            "starttime");
    private static final Set<String> METHODS = Set.of("method", "httpmethod", "http_method", "request_method", "verb");
    private static final Set<String> PATHS =
            Set.of("path", "uri", "url", "request_uri", "request_path", "resourcepath");
    private static final Set<String> REQUESTS = Set.of("request", "request_line");
    private static final LogLine.Unreadable NO_OBJECT = new LogLine.Unreadable("are no JSON object");

    @Override
    public LogLine read(String line) {
        if (line.isBlank()) {
            return LogLine.HEADING;
        }
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return NO_OBJECT;
            }
            return request(parser);
        } catch (IOException noJson) {
            return NO_OBJECT;
        }
    }

    private static LogLine request(JsonParser parser) throws IOException {
        @Nullable LogTime time = null;
        String method = "";
        String path = "";
        String route = "";
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return NO_OBJECT;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (!token.isScalarValue() || parser.currentName() == null) {
                continue;
            }
            String key = parser.currentName().toLowerCase(Locale.ROOT);
            if (time == null && TIMES.contains(key)) {
                time = time(parser, token);
            } else if (method.isEmpty() && METHODS.contains(key)) {
                method = parser.getText();
            } else if (path.isEmpty() && PATHS.contains(key)) {
                path = parser.getText();
            } else if (route.isEmpty() && REQUESTS.contains(key)) {
                route = LogLine.route(parser.getText());
            }
        }
        if (time == null) {
            return LogLine.NO_TIME;
        }
        return new LogLine.Asked(time, method.isEmpty() || path.isEmpty() ? route : LogLine.route(method, path));
    }

    private static @Nullable LogTime time(JsonParser parser, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            return LogTime.epoch(parser.getDoubleValue());
        }
        String text = parser.getText();
        @Nullable LogTime iso = LogTime.iso(text);
        return iso == null ? LogTime.common(text) : iso;
    }
}
