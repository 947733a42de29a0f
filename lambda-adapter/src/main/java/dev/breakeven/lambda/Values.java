package dev.breakeven.lambda;

import dev.breakeven.core.Headers;
import dev.breakeven.core.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Headers or query parameters as events have them, twice over: {@code headers} with the last value of each name and {@code
 * multiValueHeaders} with all of them. Either may be absent. All values count; names that only the first map has are added.
 */
public record Values(
        @Nullable Map<String, String> single, @Nullable Map<String, List<String>> multi) {

    private record Pair(String name, String value) {}

    boolean isMultiValue() {
        return multi != null;
    }

    Headers headers() {
        List<Headers.Header> headers = new ArrayList<>();
        for (Pair pair : pairs(String.CASE_INSENSITIVE_ORDER)) {
            headers.add(new Headers.Header(pair.name, pair.value));
        }
        return new Headers(headers);
    }

    /** The parameters, when they came decoded. */
    Query query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Pair pair : pairs(Comparator.naturalOrder())) {
            List<String> values = parameters.get(pair.name);
            if (values == null) {
                values = new ArrayList<>(1);
                parameters.put(pair.name, values);
            }
            values.add(pair.value);
        }
        return new Query(parameters);
    }

    /** The parameters as they stood in the URL, when they came still encoded. */
    String queryString() {
        StringBuilder query = new StringBuilder();
        for (Pair pair : pairs(Comparator.naturalOrder())) {
            query.append(pair.name).append('=').append(pair.value).append('&');
        }
        return query.toString();
    }

    private List<Pair> pairs(Comparator<String> names) {
        List<Pair> pairs = new ArrayList<>();
        Set<String> complete = new TreeSet<>(names);
        if (multi != null) {
            for (Map.Entry<String, List<String>> all : multi.entrySet()) {
                complete.add(all.getKey());
                for (String value : all.getValue()) {
                    pairs.add(new Pair(all.getKey(), value));
                }
            }
        }
        if (single != null) {
            for (Map.Entry<String, String> last : single.entrySet()) {
                if (!complete.contains(last.getKey())) {
                    pairs.add(new Pair(last.getKey(), last.getValue()));
                }
            }
        }
        return pairs;
    }
}
