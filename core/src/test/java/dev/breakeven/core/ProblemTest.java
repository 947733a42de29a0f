package dev.breakeven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    static Stream<Arguments> problems() {
        return Stream.of(
                arguments(new Problem.Malformed("No end."), 400, "Malformed request", "No end."),
                arguments(
                        new Problem.NotFound("/c", List.of("/a", "/b")),
                        404,
                        "Not found",
                        "There is nothing at /c; there is /a, /b."),
                arguments(
                        new Problem.MethodNotAllowed("PUT", "/a", "GET, HEAD"),
                        405,
                        "Method not allowed",
                        "/a does not answer PUT; it answers GET, HEAD."),
                arguments(new Problem.TooLarge("A file", 9), 413, "Too large", "A file may have at most 9 bytes."),
                arguments(
                        new Problem.UnsupportedMediaType("Send a form."),
                        415,
                        "Unsupported media type",
                        "Send a form."),
                arguments(new Problem.Ambiguous("Send one."), 422, "Ambiguous request", "Send one."),
                arguments(
                        new Problem.Unexpected(),
                        500,
                        "Internal server error",
                        "The service failed to answer; its log says why."));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void a_problem_is_sent_as_json(Problem problem, int status, String title, String detail) throws IOException {
        Response response = problem.toResponse();
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("Content-Type")).hasValue("application/problem+json");
        assertThat(values(response))
                .containsExactly(
                        "type", "about:blank", "title", title, "status", Integer.toString(status), "detail", detail);
    }

    @Test
    void only_a_method_that_is_not_allowed_says_what_is() {
        assertThat(new Problem.MethodNotAllowed("PUT", "/a", "GET, HEAD")
                        .toResponse()
                        .headers()
                        .first("Allow"))
                .hasValue("GET, HEAD");
        assertThat(new Problem.Malformed("x").toResponse().headers().first("Allow"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"quoted\"", "back\\slash", "\r\n\t\0\u001f\u007f", "</script>", "\u00e5\u4e2d\ud83d\ude00"})
    void a_detail_comes_back_as_it_was_given(String detail) throws IOException {
        assertThat(values(new Problem.Malformed(detail).toResponse())).endsWith("detail", detail);
    }

    /** A gateway's JSON may hold half a character, for which UTF-8 has no bytes. */
    @ParameterizedTest
    @CsvSource({"a\ud800b, a?b", "a\udc00b, a?b", "ab\ud800, ab?", "\udc00\ud800, ??"})
    void half_a_character_is_no_reason_to_fail(String detail, String shown) throws IOException {
        assertThat(values(new Problem.Malformed(detail).toResponse())).endsWith("detail", shown);
    }

    /** The names and values of the one object there is, in turn. */
    private static List<String> values(Response response) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(response.body())) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                values.add(json.getText());
            }
            assertThat(json.nextToken()).isNull();
        }
        return values;
    }
}
