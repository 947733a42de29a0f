package dev.breakeven.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

    @Test
    void an_empty_query_has_no_parameters() {
        assertThat(Query.parse("").parameters()).isEmpty();
    }

    @Test
    void keys_keep_their_order_and_their_values() {
        assertThat(Query.parse("b=1&a=2&b=3").parameters())
                .containsExactly(Map.entry("b", List.of("1", "3")), Map.entry("a", List.of("2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k=v        | v",
                "k=         | ''",
                "k          | ''",
                "&&k=v&     | v",
                "k=a=b      | a=b",
                "%6B=v      | v",
                "k=%2526    | %26",
                "k=a;b      | a;b",
                // What cannot be decoded stays as it was sent.
                "k=100%     | 100%",
                "k=%zz+%41  | %zz+%41"
            })
    void the_value_of_k_in(String raw, String value) {
        assertThat(Query.parse(raw).all("k")).containsExactly(value);
    }

    @Test
    void an_absent_key_has_no_value() {
        assertThat(Query.parse("a=1").first("b")).isEmpty();
        assertThat(Query.parse("a=1").all("b")).isEmpty();
    }

    @Test
    void keys_are_told_apart_by_case() {
        assertThat(Query.parse("a=1&A=2").first("A")).hasValue("2");
    }

    @Test
    void a_query_does_not_change_with_what_it_was_made_of() {
        List<String> values = new ArrayList<>(List.of("1"));
        Query query = new Query(Map.of("a", values));
        values.add("2");
        assertThat(query.all("a")).containsExactly("1");
    }
}
