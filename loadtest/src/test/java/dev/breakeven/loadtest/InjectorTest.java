package dev.breakeven.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectorTest {

    @Test
    void every_request_is_made_by_one_of_three() {
        assertThat(IntStream.range(0, 7).filter(Injector.parse("1/3")::makes)).containsExactly(0, 3, 6);
        assertThat(IntStream.range(0, 7).filter(Injector.parse("2/3")::makes)).containsExactly(1, 4);
        assertThat(IntStream.range(0, 7).filter(Injector.parse("3/3")::makes)).containsExactly(2, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/2", "3/2", "2", "1/0", "one/two", "1/1000"})
    void what_is_none_of_them_is_refused(String text) {
        assertThatThrownBy(() -> Injector.parse(text))
                .hasMessage("-Dinjector takes which one of how many it is, from 1/1 to 999/999, as in 2/3, not '" + text
                        + "'.");
    }
}
