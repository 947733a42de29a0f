package dev.breakeven.comparison.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    private record Plan(String name, int seatCount) {}

    @Test
    void keys_are_in_kebab_case() throws BadInputException {
        assertThat(parse("name: a\nseat-count: 3\n")).isEqualTo(new Plan("a", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: a\\nseats: 3\\n      | plan.yaml, line 2: unknown key 'seats'. Accepted are name, seat-count.",
                "name: a\\nseat-count: x\\n | plan.yaml, line 2: 'seat-count': 'x' is no number; one such as 20 or 0.5 is.",
                "name: [a\\n                | plan.yaml, line",
                "''                         | plan.yaml is empty;"
            })
    void a_refusal_names_the_file_the_line_and_the_key(String yaml, String part) {
        assertThatThrownBy(() -> parse(yaml.replace("\\n", "\n")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(part)
                .hasMessageNotContaining("dev.breakeven");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> YamlFile.read(Path.of("nowhere.yaml"), Plan.class))
                .isInstanceOf(BadInputException.class)
                .hasMessage("nowhere.yaml cannot be read: is it there, and a file?");
    }

    private static Plan parse(String yaml) throws BadInputException {
        return YamlFile.parse("plan.yaml", yaml.getBytes(UTF_8), Plan.class);
    }
}
