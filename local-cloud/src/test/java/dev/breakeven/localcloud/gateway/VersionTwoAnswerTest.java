package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.localcloud.function.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTwoAnswerTest {

    private static final CallerRequest GET = CallerRequest.of("GET", "/");

    private final HttpApi api = new HttpApi();

    @Test
    void anAnswerWithAStatusIsAResponse() {
        CallerResponse response = respond("""
                {"statusCode": 201, "headers": {"X-One": "1"}, "cookies": ["a=1", "b=2"], "body": "AP+A",
                 "isBase64Encoded": true, "more": {}}
                """);
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.values("x-one")).containsExactly("1");
        assertThat(response.values("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.values("content-type")).containsExactly("application/json");
        assertThat(response.body()).containsExactly(0, 0xff, 0x80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"\"Hello\" | Hello", "{\"a\":1} | {\"a\":1}", "[1,2] | [1,2]", "7 | 7", "null | null"})
    void anyOtherJsonIsTheBody(String answer, String body) {
        CallerResponse response = respond(answer);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.values("content-type")).containsExactly("application/json");
        assertThat(response.body()).asString(UTF_8).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello",
                "{} {}",
                "[1",
                "{\"statusCode\":\"ok\"}",
                "{\"statusCode\":200,\"headers\":{\"A\":{}}}",
                "{\"statusCode\":200,\"cookies\":\"a=1\"}"
            })
    void whatIsMalformedIsAnError(String answer) {
        CallerResponse response = respond(answer);
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.body()).asString(UTF_8).isEqualTo("{\"message\": \"Internal Server Error\"}");
    }

    private CallerResponse respond(String answer) {
        return api.response(GET, new Answer.Payload(answer.getBytes(UTF_8)));
    }
}
