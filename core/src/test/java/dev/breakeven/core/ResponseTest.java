package dev.breakeven.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponseTest {

    private final Response hello = Response.text(200, "text/plain", "h\u00e9llo");

    @Test
    void a_text_goes_out_as_utf_8() {
        assertThat(hello.body()).containsExactly('h', 0xc3, 0xa9, 'l', 'l', 'o');
    }

    @Test
    void the_head_alone_says_how_long_the_body_would_be() {
        assertThat(hello.headOnly())
                .isEqualTo(Response.empty(200, Headers.of("Content-Type", "text/plain", "Content-Length", "6")));
    }

    @Test
    void answers_are_equal_when_their_bytes_are() {
        assertThat(hello)
                .isEqualTo(Response.text(200, "text/plain", "h\u00e9llo"))
                .hasSameHashCodeAs(Response.text(200, "text/plain", "h\u00e9llo"))
                .isNotEqualTo(Response.text(200, "text/plain", "hello"));
    }
}
