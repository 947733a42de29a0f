package dev.breakeven.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a query string, decoded once, in the order they came; a key may be repeated. What cannot be decoded ({@code
 * 100%}) stays as it was sent, since a stray percent sign is no reason to refuse a request.
 */
public record Query(Map<String, List<String>> parameters) {

    public static final Query NONE = new Query(Map.of());

    public Query {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        parameters.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    /** Reads the part of a URL after the question mark; an empty one has no parameters. */
    public static Query parse(String raw) {
        if (raw.isEmpty()) {
            return NONE;
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.computeIfAbsent(decode(key), k -> new ArrayList<>()).add(decode(value));
            }
        }
        return new Query(parameters);
    }

    public Optional<String> first(String key) {
        return all(key).stream().findFirst();
    }

    public List<String> all(String key) {
        return parameters.getOrDefault(key, List.of());
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return text;
        }
    }
}
