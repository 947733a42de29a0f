package dev.breakeven.localcloud.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Headers or query parameters, each with every value that was sent. An event of payload format 1.0 holds them twice: all
 * values of a name, and the last one alone.
 */
final class ValuesByName {

    private final Map<String, List<String>> values;

    private ValuesByName(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The parameters of a query, in the order they came. */
    static ValuesByName ofParameters() {
        return new ValuesByName(new LinkedHashMap<>());
    }

    /** Headers, whose names are the same in any case and are spelt as they first came. */
    static ValuesByName ofHeaders() {
        return new ValuesByName(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    void add(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    /** Replaces what there is under this name. */
    void set(String name, String value) {
        values.remove(name);
        add(name, value);
    }

    @Nullable
    String last(String name) {
        @Nullable List<String> all = values.get(name);
        return all == null ? null : all.getLast();
    }

    /** Writes the map of last values and the map of all values; where there is none, both are null. */
    void write(JsonGenerator json, String lastField, String allField) throws IOException {
        if (values.isEmpty()) {
            json.writeNullField(lastField);
            json.writeNullField(allField);
            return;
        }
        json.writeObjectFieldStart(lastField);
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue().getLast());
        }
        json.writeEndObject();
        json.writeObjectFieldStart(allField);
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
