package dev.breakeven.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 404, 500})
    void any_origin_may_read_an_answer_of_status(int status) {
        Handler open = new CrossOrigin(request -> Response.empty(status, Headers.NONE));
        assertThat(open.handle(Request.of("GET", "/")).headers())
                .isEqualTo(Headers.of("Access-Control-Allow-Origin", "*"));
    }

    @Test
    void a_preflight_is_told_what_it_asked_for() {
        Headers asked = Headers.of("Access-Control-Request-Headers", "x-one, x-two");
        assertThat(preflight(asked))
                .isEqualTo(Headers.of(
                        "Allow", "GET, OPTIONS",
                        "Access-Control-Allow-Origin", "*",
                        "Access-Control-Allow-Methods", "GET, OPTIONS",
                        "Access-Control-Allow-Headers", "x-one, x-two",
                        "Access-Control-Max-Age", "86400"));
    }

    @Test
    void a_preflight_that_asks_for_no_header_may_send_any() {
        assertThat(preflight(Headers.NONE).first("Access-Control-Allow-Headers"))
                .hasValue("*");
    }

    @Test
    void options_of_an_unknown_path_is_no_preflight() {
        Handler open = new CrossOrigin(request -> Response.empty(404, Headers.NONE));
        assertThat(open.handle(Request.of("OPTIONS", "/nowhere")).headers())
                .isEqualTo(Headers.of("Access-Control-Allow-Origin", "*"));
    }

    private static Headers preflight(Headers asked) {
        Handler open = new CrossOrigin(request -> Response.empty(204, Headers.of("Allow", "GET, OPTIONS")));
        return open.handle(Request.of("OPTIONS", "/").with(asked)).headers();
    }
}
