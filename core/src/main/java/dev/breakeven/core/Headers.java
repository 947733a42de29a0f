package dev.breakeven.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Header fields in the order they came: names in any case, the same name as often as it was sent (RFC 9110, section 5). A
 * value is kept whole, for a comma may be part of it.
 */
public record Headers(List<Header> all) {

    /** One line of a head, the name as it was written. */
    public record Header(String name, String value) {}

    public static final Headers NONE = new Headers(List.of());

    public Headers {
        all = List.copyOf(all);
    }

    /** Headers from names and values in turn. */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("A name without a value: " + List.of(namesAndValues));
        }
        List<Header> headers = new ArrayList<>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(headers);
    }

    public Optional<String> first(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** In a loop, for a function's first call would spend milliseconds on a first stream. */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>(1);
        for (Header header : all) {
            if (header.name.equalsIgnoreCase(name)) {
                values.add(header.value);
            }
        }
        return values;
    }

    /** These and one more, after any of the same name. */
    public Headers and(String name, String value) {
        List<Header> more = new ArrayList<>(all);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    public Headers without(String name) {
        return new Headers(all.stream()
                .filter(header -> !header.name.equalsIgnoreCase(name))
                .toList());
    }
}
