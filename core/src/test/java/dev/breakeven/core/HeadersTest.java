package dev.breakeven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class HeadersTest {

    private final Headers headers = Headers.of("Accept", "a", "X-Many", "one, two", "x-many", "three");

    @Test
    void a_name_is_found_in_any_case() {
        assertThat(headers.first("aCCEPT")).hasValue("a");
    }

    @Test
    void a_name_is_found_where_lower_case_i_has_no_dot() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Headers.of("CONTENT-DISPOSITION", "x").first("content-disposition"))
                    .hasValue("x");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_repeated_name_keeps_its_values_in_order_and_whole() {
        assertThat(headers.values("X-MANY")).containsExactly("one, two", "three");
    }

    @Test
    void one_more_comes_after_those_of_its_name() {
        assertThat(headers.and("X-Many", "four").values("x-many")).containsExactly("one, two", "three", "four");
        assertThat(headers.all()).hasSize(3);
    }

    @Test
    void without_a_name_all_of_its_lines_are_gone() {
        assertThat(headers.without("X-mANY")).isEqualTo(Headers.of("Accept", "a"));
    }

    @Test
    void a_name_without_a_value_is_a_mistake_that_is_told() {
        assertThatThrownBy(() -> Headers.of("Accept", "a", "Allow"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A name without a value: [Accept, a, Allow]");
    }
}
