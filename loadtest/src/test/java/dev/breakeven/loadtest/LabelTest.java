package dev.breakeven.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @ParameterizedTest
    @CsvSource({
        "functions, functions",
        "https://example.org/prod/, example.org-prod",
        "http://127.0.0.1:8080, 127.0.0.1-8080",
        "http://[::1]:80/../x, 1-80-..-x"
    })
    void a_run_is_called_what_its_target_is(String target, String label) {
        assertThat(Label.of("", target).name()).isEqualTo(label);
    }

    @Test
    void or_what_is_asked_for() {
        assertThat(Label.of("before-the-change", "functions").name()).isEqualTo("before-the-change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "<b>", "a b", ".hidden"})
    void but_never_something_that_is_no_name_of_a_file(String asked) {
        assertThatThrownBy(() -> Label.of(asked, "functions"))
                .hasMessage("-Dlabel takes up to 40 letters, digits, dots and dashes, not '" + asked + "'.");
    }
}
