package dev.breakeven.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    private final Router router = new Router()
            .route("GET", "/both", saying("read"))
            .route("POST", "/both", saying("write"))
            .route("POST", "/write", saying("write"));

    @ParameterizedTest
    @CsvSource({"GET, /both, read", "POST, /both, write", "POST, /write, write"})
    void a_method_and_a_path_find_their_handler(String method, String path, String answer) {
        assertThat(router.handle(Request.of(method, path)).body()).isEqualTo(answer.getBytes(UTF_8));
    }

    @Test
    void head_has_the_length_of_what_get_would_send() {
        assertThat(router.handle(Request.of("HEAD", "/both")))
                .isEqualTo(Response.empty(200, Headers.of("Content-Type", "text/plain", "Content-Length", "4")));
    }

    @Test
    void head_is_refused_where_get_would_be() {
        Response response = router.handle(Request.of("HEAD", "/write"));
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers().first("Allow")).hasValue("POST, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/both | GET, POST, HEAD, OPTIONS", "/write | POST, OPTIONS"})
    void options_says_what_is_allowed(String path, String allow) {
        assertThat(router.handle(Request.of("OPTIONS", path)))
                .isEqualTo(Response.empty(204, Headers.of("Allow", allow)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "/", "/Both", "/both/", "/b%6Fth", "//both", "/both;a=1"})
    void a_path_of_another_spelling_is_another_path(String path) {
        assertThat(router.handle(Request.of("GET", path)).status()).isEqualTo(404);
    }

    @Test
    void the_query_is_no_part_of_the_path() {
        assertThat(router.handle(Request.of("GET", "/both?a=/write")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "TRACE", ""})
    void a_method_of_another_spelling_is_not_allowed(String method) {
        assertThat(router.handle(Request.of(method, "/both")).status()).isEqualTo(405);
    }

    private static Handler saying(String answer) {
        return request -> Response.text(200, "text/plain", answer);
    }
}
