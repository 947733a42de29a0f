package dev.breakeven.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refusal would be quick to measure. */
class WayTest {

    @ParameterizedTest
    @EnumSource
    void the_answer_is_the_same_every_time_and_no_refusal(Way way) throws IOException {
        try (Caller caller = way.open("/")) {
            String first = text(caller.call());
            assertThat(first).contains("200").contains("Content-Encoding");
            assertThat(text(caller.call())).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_path_that_is_asked_for_is_the_one_that_answers(Way way) throws IOException {
        try (Caller caller = way.open("/nowhere")) {
            assertThat(text(caller.call())).contains("404");
        }
    }

    private static String text(Object answer) {
        return answer instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : answer.toString();
    }
}
