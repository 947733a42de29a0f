package dev.breakeven.localcloud.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Headers or query parameters, each with every value that was sent. An event of payload format 1.0 holds them twice: all
 * values of a name, and the last one alone.
 */
final class ValuesByName {

    private final Map<String, List<String>> values;
    private final UnaryOperator<String> spelling;

    private ValuesByName(Map<String, List<String>> values, UnaryOperator<String> spelling) {
        this.values = values;
        this.spelling = spelling;
    }

    /** The parameters of a query, in the order they came. */
    static ValuesByName ofParameters() {
        return new ValuesByName(new LinkedHashMap<>(), UnaryOperator.identity());
    }

    /** Headers, whose names are the same in any case and are spelt as they first came. */
    static ValuesByName ofHeaders() {
        return new ValuesByName(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), UnaryOperator.identity());
    }

    /** Headers with their names in small letters, in the order of the alphabet. */
    static ValuesByName ofSmallHeaders() {
        return new ValuesByName(new TreeMap<>(), name -> name.toLowerCase(Locale.ROOT));
    }

    void add(String name, String value) {
        values.computeIfAbsent(spelling.apply(name), n -> new ArrayList<>()).add(value);
    }

    void remove(String name) {
        values.remove(spelling.apply(name));
    }

    /** Replaces what there is under this name. */
    void set(String name, String value) {
        values.remove(spelling.apply(name));
        add(name, value);
    }

    @Nullable
    String last(String name) {
        @Nullable List<String> all = values.get(spelling.apply(name));
        return all == null ? null : all.getLast();
    }

    /** Writes the map of last values and the map of all values; where there is none, both are null. */
    void write(JsonGenerator json, String lastField, String allField) throws IOException {
        if (values.isEmpty()) {
            json.writeNullField(lastField);
            json.writeNullField(allField);
            return;
        }
        writeLast(json, lastField);
        writeAll(json, allField);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Writes the map of last values. */
    void writeLast(JsonGenerator json, String field) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue().getLast());
        }
        json.writeEndObject();
    }

    /** Writes the map of all values, those of one name joined to one text. */
    void writeJoined(JsonGenerator json, String field) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            json.writeStringField(entry.getKey(), String.join(",", entry.getValue()));
        }
        json.writeEndObject();
    }

    /** Writes the map of all values, each name with a list. */
    void writeAll(JsonGenerator json, String field) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            json.writeArrayFieldStart(entry.getKey());
            for (String value : entry.getValue()) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
