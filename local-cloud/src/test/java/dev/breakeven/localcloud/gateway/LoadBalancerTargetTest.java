package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.localcloud.function.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadBalancerTargetTest {

    private static final CallerRequest GET = CallerRequest.of("GET", "/");

    @Test
    void anEmptyQueryAndBodyAreThere() throws IOException {
        Map<?, ?> event = JsonTree.parse(new LoadBalancerTarget(false).event(GET));
        assertThat(event.get("queryStringParameters")).isEqualTo(Map.of());
        assertThat(event.get("body")).isEqualTo("");
        assertThat(event.get("isBase64Encoded")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, , false",
        "application/json; charset=utf-8, , false",
        "application/xml, , false",
        "application/javascript, , false",
        "application/octet-stream, , true",
        "application/x-www-form-urlencoded, , true",
        "text/plain, gzip, true"
    })
    void whatIsNoTextIsEncoded(String contentType, String contentEncoding, boolean encoded) throws IOException {
        List<HttpHeader> headers = contentEncoding == null
                ? List.of(new HttpHeader("Content-Type", contentType))
                : List.of(
                        new HttpHeader("Content-Type", contentType),
                        new HttpHeader("Content-Encoding", contentEncoding));
        Map<?, ?> event = JsonTree.parse(
                new LoadBalancerTarget(false).event(GET.withHeaders(headers).withBody("a".getBytes(UTF_8))));
        assertThat(event.get("isBase64Encoded")).isEqualTo(encoded);
        assertThat(event.get("body")).isEqualTo(encoded ? "YQ==" : "a");
    }

    @Test
    void onlyTheMapThatWasAskedForIsRead() {
        Answer answer = new Answer.Payload("""
                {"statusCode": 200, "statusDescription": "200 OK", "headers": {"A": "single"},
                 "multiValueHeaders": {"A": ["one", "two"]}, "body": ""}
                """.getBytes(UTF_8));
        assertThat(new LoadBalancerTarget(false).response(GET, answer).values("A"))
                .containsExactly("single");
        assertThat(new LoadBalancerTarget(true).response(GET, answer).values("A"))
                .containsExactly("one", "two");
    }

    @Test
    void anAnswerOverAMegabyteIsBadGateway() {
        String large = "{\"statusCode\":200,\"body\":\"" + "x".repeat(1 << 20) + "\"}";
        CallerResponse response =
                new LoadBalancerTarget(false).response(GET, new Answer.Payload(large.getBytes(UTF_8)));
        assertThat(response.status()).isEqualTo(502);
        assertThat(response.values("Server")).containsExactly("awselb/2.0");
    }
}
