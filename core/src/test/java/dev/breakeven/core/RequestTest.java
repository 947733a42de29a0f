package dev.breakeven.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

    @ParameterizedTest
    @CsvSource({"/a?b=c, /a, c", "/a?b=c?d, /a, c?d", "/a, /a, none", "/a?, /a, none", "?b=c, '', c"})
    void the_first_question_mark_ends_the_path(String target, String path, String valueOfB) {
        Request request = Request.of("GET", target);
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.query().first("b").orElse("none")).isEqualTo(valueOfB);
    }

    @Test
    void requests_are_equal_when_their_bytes_are() {
        Request one = Request.of("POST", "/a").with(new byte[] {1});
        assertThat(one)
                .isEqualTo(Request.of("POST", "/a").with(new byte[] {1}))
                .hasSameHashCodeAs(Request.of("POST", "/a").with(new byte[] {1}))
                .isNotEqualTo(Request.of("POST", "/a").with(new byte[] {2}));
    }

    @Test
    void a_log_line_counts_the_body_and_does_not_show_it() {
        assertThat(Request.of("POST", "/a").with(new byte[] {'x', 'y', 'z'})).hasToString("POST /a {} [], 3 B");
    }
}
