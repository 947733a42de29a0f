package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.localcloud.function.Answer;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestApiTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T18:04:05.678Z"));
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final CallerRequest GET = CallerRequest.of("GET", "/");
    private final RestApi api = new RestApi("prod", BinaryMediaTypes.ALL, CLOCK);

    @Test
    void anEventHasEveryFieldThatAwsDocuments() throws IOException {
        CallerRequest request = CallerRequest.of("POST", "/compress/a%20b?level=9&tag=x&tag=y+z&empty=&%26=%3D&bare")
                .withHeaders(List.of(
                        new HttpHeader("Host", "api.example.com"),
                        new HttpHeader("user-agent", "test/1.0"),
                        new HttpHeader("Accept", "text/html, */*"),
                        new HttpHeader("accept", "text/plain"),
                        new HttpHeader("Content-Type", "text/plain"),
                        new HttpHeader("Content-Length", "4"),
                        new HttpHeader("Connection", "keep-alive"),
                        new HttpHeader("X-Forwarded-For", "203.0.113.7")))
                .withBody("grün".getBytes(ISO_8859_1));
        // "Input format of a Lambda function for proxy integration", without what CloudFront adds to an edge API's.
        String documented = """
                {
                  "resource": "/{proxy+}",
                  "path": "/compress/a%20b",
                  "httpMethod": "POST",
                  "headers": {
                    "Accept": "text/plain",
                    "Content-Type": "text/plain",
                    "Host": "api.example.com",
                    "user-agent": "test/1.0",
                    "X-Forwarded-For": "203.0.113.7, 127.0.0.1",
                    "X-Forwarded-Port": "443",
                    "X-Forwarded-Proto": "https"
                  },
                  "multiValueHeaders": {
                    "Accept": ["text/html, */*", "text/plain"],
                    "Content-Type": ["text/plain"],
                    "Host": ["api.example.com"],
                    "user-agent": ["test/1.0"],
                    "X-Forwarded-For": ["203.0.113.7, 127.0.0.1"],
                    "X-Forwarded-Port": ["443"],
                    "X-Forwarded-Proto": ["https"]
                  },
                  "queryStringParameters": {"level": "9", "tag": "y z", "empty": "", "&": "=", "bare": ""},
                  "multiValueQueryStringParameters": {
                    "level": ["9"], "tag": ["x", "y z"], "empty": [""], "&": ["="], "bare": [""]
                  },
                  "pathParameters": {"proxy": "compress/a%20b"},
                  "stageVariables": null,
                  "requestContext": {
                    "resourceId": "proxy1",
                    "resourcePath": "/{proxy+}",
                    "httpMethod": "POST",
                    "extendedRequestId": "ID",
                    "requestTime": "23/Nov/2026:18:04:05 +0000",
                    "path": "/prod/compress/a%20b",
                    "accountId": "123456789012",
                    "protocol": "HTTP/1.1",
                    "stage": "prod",
                    "domainPrefix": "breakeven1",
                    "requestTimeEpoch": 1795457045678,
                    "requestId": "ID",
                    "identity": {
                      "cognitoIdentityPoolId": null,
                      "accountId": null,
                      "cognitoIdentityId": null,
                      "caller": null,
                      "sourceIp": "127.0.0.1",
                      "principalOrgId": null,
                      "accessKey": null,
                      "cognitoAuthenticationType": null,
                      "cognitoAuthenticationProvider": null,
                      "userArn": null,
                      "userAgent": "test/1.0",
                      "user": null
                    },
                    "domainName": "breakeven1.execute-api.us-east-1.amazonaws.com",
                    "deploymentId": "local1",
                    "apiId": "breakeven1"
                  },
                  "body": "Z3L8bg==",
                  "isBase64Encoded": true
                }
                """;
        String event = new String(api.event(request), UTF_8)
                .replaceAll(UUID, "ID")
                .replaceAll("\"extendedRequestId\":\"[-_0-9A-Za-z]{15}=\"", "\"extendedRequestId\":\"ID\"");
        assertThat(JsonTree.parse(event.getBytes(UTF_8))).isEqualTo(JsonTree.parse(documented.getBytes(UTF_8)));
    }

    @Test
    void whatIsNotThereIsNull() throws IOException {
        Map<?, ?> event = JsonTree.parse(api.event(CallerRequest.of("GET", "/")));
        assertThat(event.get("resource")).isEqualTo("/");
        assertThat(event.get("pathParameters")).isNull();
        assertThat(event.get("queryStringParameters")).isNull();
        assertThat(event.get("multiValueQueryStringParameters")).isNull();
        assertThat(event.get("body")).isNull();
        assertThat(event.get("isBase64Encoded")).isEqualTo(false);
    }

    @Test
    void everyRequestHasAnIdOfItsOwn() {
        Pattern requestId = Pattern.compile("\"requestId\":\"" + UUID + "\"");
        byte[] first = api.event(CallerRequest.of("GET", "/"));
        byte[] second = api.event(CallerRequest.of("GET", "/"));
        assertThat(first).asString(UTF_8).containsPattern(requestId);
        assertThat(first).isNotEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"a=%2B, +", "a=+, ' '", "a=%252B, %2B", "a=b=c, b=c", "a=%, %", "a=%zz, %zz", "a=%C3%BC, ü"})
    void aQueryIsDecodedOnce(String query, String value) throws IOException {
        Map<?, ?> event = JsonTree.parse(api.event(CallerRequest.of("GET", "/?" + query)));
        assertThat(event.get("queryStringParameters")).isEqualTo(Map.of("a", value));
    }

    @Test
    void anAnswerBecomesAResponse() {
        CallerResponse response = respond("""
                {"statusCode": 201, "headers": {"X-One": "1"}, "multiValueHeaders": {"Set-Cookie": ["a=1", "b=2"]},
                 "body": "grün", "isBase64Encoded": false}
                """);
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.values("x-one")).containsExactly("1");
        assertThat(response.values("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.values("content-type")).containsExactly("application/json");
        assertThat(response.body()).isEqualTo("grün".getBytes(UTF_8));
    }

    @Test
    void anEncodedBodyIsDecoded() {
        CallerResponse response = respond("{\"statusCode\":200,\"body\":\"AP+A\",\"isBase64Encoded\":true}");
        assertThat(response.body()).containsExactly(0, 0xff, 0x80);
    }

    @Test
    void mapsAndBodyMayBeNull() {
        CallerResponse response =
                respond("{\"statusCode\":204,\"headers\":null,\"multiValueHeaders\":null,\"body\":null}");
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void anEmptyContentTypeIsKept() {
        assertThat(respond("{\"statusCode\":200,\"headers\":{\"Content-Type\":\"\"}}")
                        .values("Content-Type"))
                .containsExactly("");
    }

    @Test
    void aHeaderInBothMapsIsMerged() {
        CallerResponse response = respond("{\"statusCode\":200,\"headers\":{\"A\":\"1\",\"B\":\"3\"},"
                + "\"multiValueHeaders\":{\"A\":[\"1\"],\"B\":[\"2\"]}}");
        assertThat(response.values("A")).containsExactly("1");
        assertThat(response.values("B")).containsExactly("2", "3");
    }

    @Test
    void theFrontFramesTheMessageItself() {
        CallerResponse response = respond("{\"statusCode\":200,\"headers\":{\"content-length\":\"99\","
                + "\"Transfer-Encoding\":\"chunked\",\"Connection\":\"close\"},\"body\":\"\"}");
        assertThat(response.headers())
                .extracting(HttpHeader::name)
                .containsExactly("Content-Type", "x-amzn-RequestId", "x-amz-apigw-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"hello\"",
                "{}",
                "{\"statusCode\":200",
                "{\"statusCode\":200} {}",
                "{\"statusCode\":\"ok\"}",
                "{\"statusCode\":100}",
                "{\"statusCode\":200,\"headers\":{\"A B\":\"1\"}}",
                "{\"statusCode\":200,\"headers\":{\"A\":\"1\\r\\nB: 2\"}}",
                "{\"statusCode\":600}",
                "{\"statusCode\":200,\"body\":{}}",
                "{\"statusCode\":200,\"headers\":{\"A\":1}}",
                "{\"statusCode\":200,\"headers\":[]}",
                "{\"statusCode\":200,\"multiValueHeaders\":{\"A\":\"1\"}}",
                "{\"statusCode\":200,\"isBase64Encoded\":\"yes\"}",
                "{\"statusCode\":200,\"cookies\":[]}",
                "{\"statusCode\":200,\"body\":\"!\",\"isBase64Encoded\":true}",
                "{\"statusCode\":200,\"body\":\"AP+A\\r\\nAP+A\",\"isBase64Encoded\":true}"
            })
    void aMalformedAnswerIsBadGateway(String answer) {
        assertBadGateway(respond(answer));
    }

    @Test
    void anErrorOfTheFunctionIsBadGateway() {
        assertBadGateway(
                api.response(GET, new Answer.FunctionError("java.lang.Error", "{\"errorMessage\":\"secret\"}")));
    }

    private CallerResponse respond(String answer) {
        return api.response(GET, new Answer.Payload(answer.getBytes(UTF_8)));
    }

    private static void assertBadGateway(CallerResponse response) {
        assertThat(response.status()).isEqualTo(502);
        assertThat(response.values("x-amzn-ErrorType")).containsExactly("InternalServerErrorException");
        assertThat(response.body()).asString(UTF_8).isEqualTo("{\"message\": \"Internal server error\"}");
    }
}
