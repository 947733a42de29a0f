package dev.breakeven.lambda;

import static dev.breakeven.lambda.Events.sample;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.core.Form;
import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What adapters of this kind get wrong when they answer: the last ten lines of the checklist of {@link RequestChecklistTest}. */
class AnswerChecklistTest {

    private static JsonNode answer(Response response, String sample) throws IOException {
        return Events.answer(request -> response, sample(sample).toString());
    }

    private static JsonNode answerOfService(String method, String path) throws IOException {
        ObjectNode event = sample("rest-api-console");
        event.put("httpMethod", method).put("path", path);
        event.putObject("requestContext");
        return Events.answer(Service.behindGateway(), event.toString());
    }

    private static List<String> fields(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Nested
    @DisplayName("4.2 line 17: what goes as Base64")
    class Line17 {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "text/plain | false",
                    "text/html; charset=utf-8 | false",
                    "TEXT/HTML;charset=UTF-8 | false",
                    "application/json | false",
                    "application/problem+json | false",
                    "application/xml | false",
                    "image/svg+xml | false",
                    "application/javascript | false",
                    "application/octet-stream | true",
                    "image/png | true",
                    "multipart/form-data; boundary=text | true",
                    "application/jsonish | true",
                    "'' | true"
                })
        void a_body_of_a_type_that_is_not_known_as_text(String type, boolean base64) throws IOException {
            JsonNode answer = answer(Response.text(200, type, "hello"), "rest-api");
            assertThat(answer.path("isBase64Encoded").isBoolean()).isTrue();
            assertThat(answer.path("isBase64Encoded").booleanValue()).isEqualTo(base64);
            assertThat(answer.path("body").textValue()).isEqualTo(base64 ? "aGVsbG8=" : "hello");
        }

        @Test
        void a_body_without_any_type() throws IOException {
            JsonNode answer = answer(new Response(200, Headers.NONE, "hello".getBytes(UTF_8)), "rest-api");
            assertThat(answer.path("body").textValue()).isEqualTo("aGVsbG8=");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/json", ""})
        void a_body_with_a_content_encoding_whatever_its_type(String type) throws IOException {
            Response encoded = Response.text(200, type, "hello").and("content-encoding", "deflate");
            JsonNode answer = answer(encoded, "rest-api");
            assertThat(answer.path("isBase64Encoded").booleanValue()).isTrue();
            assertThat(answer.path("body").textValue()).isEqualTo("aGVsbG8=");
        }

        @Test
        void a_text_in_another_charset() throws IOException {
            Response latin = new Response(
                    200, Headers.of("Content-Type", "text/plain; charset=iso-8859-1"), "åäö".getBytes(ISO_8859_1));
            assertThat(answer(latin, "rest-api").path("body").textValue()).isEqualTo("5eT2");
        }

        @Test
        void it_has_no_line_breaks_and_the_standard_alphabet() throws IOException {
            byte[] bytes = new byte[100_000];
            Arrays.fill(bytes, (byte) 0xff);
            String body = answer(new Response(200, Headers.NONE, bytes), "load-balancer")
                    .path("body")
                    .textValue();
            assertThat(body)
                    .isEqualTo(Base64.getEncoder().encodeToString(bytes))
                    .startsWith("/");
        }

        @Test
        void a_text_keeps_what_json_must_escape() throws IOException {
            String text = "\u0000 \" \\ \n \u2028 åäö € 😀";
            assertThat(answer(Response.text(200, "text/plain", text), "rest-api")
                            .path("body")
                            .textValue())
                    .isEqualTo(text);
        }
    }

    @Nested
    @DisplayName("4.2 line 18: only binary media types are decoded")
    class Line18 {

        @Test
        void the_template_declares_every_type_binary() throws IOException {
            assertThat(Files.readString(Paths.get("template.yaml"))).contains("BinaryMediaTypes:\n        - '*~1*'");
        }
    }

    @Nested
    @DisplayName("4.2 line 19: headers in the form that each front wants")
    class Line19 {

        private final Response response =
                Response.empty(200, Headers.of("Set-Cookie", "a=1", "X-A", "x", "set-cookie", "b=2"));

        @Test
        void a_rest_api_gets_multi_value_headers_only() throws IOException {
            JsonNode answer = answer(response, "rest-api");
            assertThat(answer.has("headers")).isFalse();
            assertThat(answer.path("multiValueHeaders").toString())
                    .isEqualTo(Events.quoted("{'Set-Cookie':['a=1','b=2'],'X-A':['x']}"));
        }

        @Test
        void format_2_gets_cookies_apart() throws IOException {
            JsonNode answer = answer(response, "http-api");
            assertThat(answer.path("headers").toString()).isEqualTo(Events.quoted("{'X-A':'x'}"));
            assertThat(answer.path("cookies").toString()).isEqualTo(Events.quoted("['a=1','b=2']"));
        }

        @Test
        void a_load_balancer_is_answered_as_it_asked() throws IOException {
            assertThat(fields(answer(response, "load-balancer")))
                    .contains("headers", "statusDescription")
                    .doesNotContain("multiValueHeaders");
            assertThat(fields(answer(response, "load-balancer-multi-value")))
                    .contains("multiValueHeaders", "statusDescription")
                    .doesNotContain("headers");
        }

        @ParameterizedTest
        @CsvSource({"200, 200 OK", "204, 204 No Content", "413, 413 Content Too Large", "418, 418"})
        void a_load_balancer_gets_the_status_in_words(int status, String words) throws IOException {
            assertThat(answer(Response.empty(status, Headers.NONE), "load-balancer")
                            .path("statusDescription")
                            .textValue())
                    .isEqualTo(words);
        }
    }

    @Nested
    @DisplayName("4.2 line 20: no field that the front does not know")
    class Line20 {

        private final Response response = Response.text(200, "text/plain", "hello")
                .and("Set-Cookie", "a=1")
                .and("X-Number", "1");

        @ParameterizedTest
        @MethodSource("dev.breakeven.lambda.AnswerChecklistTest#samplesAndTypes")
        void every_field_is_one_of_the_type_that_aws_has_for_it(String sample, Class<?> type) throws IOException {
            Set<String> known = new HashSet<>();
            for (Field field : type.getDeclaredFields()) {
                known.add(field.getName());
            }
            assertThat(known).containsAll(fields(answer(response, sample)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest-api", "http-api", "load-balancer"})
        void the_status_is_a_number_and_values_are_strings(String sample) throws IOException {
            JsonNode answer = answer(response, sample);
            assertThat(answer.path("statusCode").isInt()).isTrue();
            for (JsonNode value : answer.path("headers")) {
                assertThat(value.isTextual()).isTrue();
            }
            for (JsonNode values : answer.path("multiValueHeaders")) {
                assertThat(values.path(0).isTextual()).isTrue();
            }
        }
    }

    static Object[][] samplesAndTypes() {
        return new Object[][] {
            {"rest-api", APIGatewayProxyResponseEvent.class},
            {"http-api", APIGatewayV2HTTPResponse.class},
            {"function-url", APIGatewayV2HTTPResponse.class},
            {"load-balancer", ApplicationLoadBalancerResponseEvent.class},
            {"load-balancer-multi-value", ApplicationLoadBalancerResponseEvent.class}
        };
    }

    @Nested
    @DisplayName("4.2 line 21: format 2.0 is never left to guess")
    class Line21 {

        @Test
        void the_full_shape_is_there_even_for_json_with_status_200() throws IOException {
            Response json = Response.text(200, "application/json", "{}");
            assertThat(answer(json, "http-api").toString())
                    .isEqualTo(Events.quoted("{'statusCode':200,'headers':{'Content-Type':'application/json'},"
                            + "'isBase64Encoded':false,'body':'{}'}"));
        }
    }

    @Nested
    @DisplayName("4.2 line 22: headers that the front sets itself")
    class Line22 {

        @ParameterizedTest
        @ValueSource(strings = {"rest-api", "http-api", "load-balancer", "load-balancer-multi-value"})
        void are_not_passed_on(String sample) throws IOException {
            Response response = Response.text(200, "text/plain", "hello")
                    .and("content-length", "5")
                    .and("Connection", "close")
                    .and("TRANSFER-ENCODING", "chunked");
            JsonNode answer = answer(response, sample);
            JsonNode headers = answer.has("headers") ? answer.path("headers") : answer.path("multiValueHeaders");
            assertThat(fields(headers)).containsExactly("Content-Type");
        }
    }

    @Nested
    @DisplayName("4.2 line 23: answers without a body")
    class Line23 {

        @Test
        void head_has_the_headers_of_get_alone() throws IOException {
            JsonNode get = answerOfService("GET", "/");
            JsonNode head = answerOfService("HEAD", "/");
            assertThat(head.path("multiValueHeaders")).isEqualTo(get.path("multiValueHeaders"));
            assertThat(head.path("body").textValue()).isEmpty();
        }

        @Test
        void options_is_204_and_says_what_is_allowed() throws IOException {
            JsonNode answer = answerOfService("OPTIONS", "/compress");
            assertThat(answer.path("statusCode").intValue()).isEqualTo(204);
            assertThat(answer.path("multiValueHeaders").path("Allow").path(0).textValue())
                    .isEqualTo("GET, POST, HEAD, OPTIONS");
            assertThat(answer.path("body").textValue()).isEmpty();
        }

        @Test
        void another_method_is_405_rather_than_404() throws IOException {
            JsonNode answer = answerOfService("DELETE", "/compress");
            assertThat(answer.path("statusCode").intValue()).isEqualTo(405);
            assertThat(answer.path("multiValueHeaders").has("Allow")).isTrue();
        }
    }

    @Nested
    @DisplayName("4.2 line 24: sizes")
    class Line24 {

        @ParameterizedTest
        @CsvSource({
            "rest-api, 4718500, 200",
            "rest-api, 4718700, 413",
            "http-api, 4718500, 200",
            "http-api, 4718700, 413",
            "load-balancer, 786300, 200",
            "load-balancer, 786432, 413",
            "load-balancer-multi-value, 786432, 413"
        })
        void an_answer_that_is_too_large_as_base64_is_a_problem_with_words(String sample, int bytes, int status)
                throws IOException {
            JsonNode answer = answer(new Response(200, Headers.NONE, new byte[bytes]), sample);
            assertThat(answer.path("statusCode").intValue()).isEqualTo(status);
            if (status == 413) {
                assertThat(answer.path("body").textValue()).contains("Too large", "The answer, as the JSON");
            }
        }

        @Test
        void the_limit_holds_to_the_byte() throws IOException {
            Handler empty = request -> Response.text(200, "text/plain", "");
            int head = Events.invoke(empty, sample("rest-api").toString(), new TestContext()).length;
            String fits = "a".repeat(HttpEvent.FUNCTION_ANSWER_BYTES_MAX - head);
            assertThat(answer(Response.text(200, "text/plain", fits), "rest-api")
                            .path("statusCode")
                            .intValue())
                    .isEqualTo(200);
            assertThat(answer(Response.text(200, "text/plain", fits + "a"), "rest-api")
                            .path("statusCode")
                            .intValue())
                    .isEqualTo(413);
        }

        @Test
        void what_grows_by_escaping_is_measured_as_it_grows() throws IOException {
            Response controls = Response.text(200, "text/plain", "\u0001".repeat(200_000));
            assertThat(answer(controls, "load-balancer").path("statusCode").intValue())
                    .isEqualTo(413);
            assertThat(answer(controls, "rest-api").path("statusCode").intValue())
                    .isEqualTo(200);
        }

        @Test
        void a_request_of_five_megabytes_is_413() throws IOException {
            Request five = Request.of("POST", "/compress")
                    .with(Headers.of("Content-Type", Form.contentType()))
                    .with(new byte[5_000_000]);
            assertThat(new RestApiFront().send(Service.behindGateway(), five).status())
                    .isEqualTo(413);
        }
    }

    @Nested
    @DisplayName("4.2 line 25: exceptions")
    class Line25 {

        @ParameterizedTest
        @ValueSource(strings = {"rest-api", "http-api", "load-balancer", "load-balancer-multi-value"})
        void a_fault_is_logged_and_answered_in_the_proper_shape(String sample) throws IOException {
            TestContext context = new TestContext();
            Handler failing = request -> {
                throw new IllegalStateException("secret");
            };
            JsonNode answer =
                    Events.JSON.readTree(Events.invoke(failing, sample(sample).toString(), context));
            assertThat(answer.path("statusCode").intValue()).isEqualTo(500);
            assertThat(answer.path("body").textValue())
                    .contains("Internal server error")
                    .doesNotContain("secret");
            assertThat(context.log)
                    .singleElement()
                    .asString()
                    .contains(context.getAwsRequestId(), "IllegalStateException: secret", "at dev.breakeven");
        }

        @Test
        void so_is_an_error_short_of_the_machines_own() throws IOException {
            Handler failing = request -> {
                throw new NoClassDefFoundError("Gone");
            };
            assertThat(Events.answer(failing, sample("rest-api").toString())
                            .path("statusCode")
                            .intValue())
                    .isEqualTo(500);
        }

        @Test
        void an_error_of_the_virtual_machine_leaves() {
            Handler dying = request -> {
                throw new OutOfMemoryError("for a test");
            };
            assertThatThrownBy(() -> Events.answer(dying, sample("rest-api").toString()))
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Nested
    @DisplayName("4.2 line 26: state")
    class Line26 {

        @ParameterizedTest
        @ValueSource(
                classes = {
                    StreamHandler.class,
                    EventReader.class,
                    AnswerWriter.class,
                    Responder.class,
                    Answer.class,
                    Values.class,
                    Path.class
                })
        void nothing_static_changes(Class<?> type) {
            for (Field field : type.getDeclaredFields()) {
                assertThat(!Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers()))
                        .as(field.toString())
                        .isTrue();
            }
        }

        @Test
        void one_handler_serves_many_at_a_time() throws Exception {
            Handler echo = request -> Response.text(200, "text/plain", new String(request.body(), UTF_8));
            try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
                List<Callable<String>> calls = IntStream.range(0, 400)
                        .<Callable<String>>mapToObj(i -> () -> Events.answer(
                                        echo,
                                        sample("http-api")
                                                .put("body", "caller " + i)
                                                .toString())
                                .path("body")
                                .textValue())
                        .toList();
                List<Future<String>> answers = callers.invokeAll(calls);
                for (int i = 0; i < answers.size(); i++) {
                    assertThat(answers.get(i).get()).isEqualTo("caller " + i);
                }
            }
        }
    }
}
