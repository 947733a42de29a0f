package dev.breakeven.lambda;

import static dev.breakeven.lambda.Events.quoted;
import static dev.breakeven.lambda.Events.request;
import static dev.breakeven.lambda.Events.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.core.Form;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Query;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What adapters of this kind get wrong when they read events: the first sixteen lines of a checklist, drawn from the issues of
 * serverless-java-container, aws-lambda-web-adapter and lambda_http. The other ten are in {@link AnswerChecklistTest}.
 */
class RequestChecklistTest {

    private static final String REST = "'httpMethod':'GET','path':'/health','requestContext':{}";

    private static List<String> values(Request request, String header) {
        return request.headers().values(header);
    }

    private static JsonNode answerOfService(String event) throws IOException {
        return Events.answer(Service.behindGateway(), event);
    }

    @Nested
    @DisplayName("4.2 line 1: headers that are not there")
    class Line1 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    ",'headers':null,'multiValueHeaders':null",
                    ",'headers':{},'multiValueHeaders':{}",
                    ",'headers':{},'multiValueHeaders':null",
                    ",'headers':{'X-A':null},'multiValueHeaders':{'X-B':null,'X-C':[],'X-D':[null]}"
                })
        void a_request_without_headers_is_a_request(String headers) throws IOException {
            assertThat(request(quoted("{" + REST + headers + "}")).headers()).isEqualTo(Headers.NONE);
        }

        @Test
        void the_test_button_of_the_console_gets_an_answer() throws IOException {
            JsonNode answer = answerOfService(sample("rest-api-console").toString());
            assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
            assertThat(answer.path("body").textValue()).isEqualTo("ok");
        }

        @Test
        void an_http_api_without_headers_is_answered_too() throws IOException {
            assertThat(request(quoted("{'requestContext':{'http':{'method':'GET'}},'headers':null,'cookies':null}")))
                    .isEqualTo(Request.of("GET", "/"));
        }
    }

    @Nested
    @DisplayName("4.2 line 2: a load balancer sends one form or the other")
    class Line2 {

        @Test
        void with_the_attribute_on_there_are_multi_value_headers_only() throws IOException {
            Request request = request(sample("load-balancer-multi-value"));
            assertThat(values(request, "X-Many")).containsExactly("one", "two");
            assertThat(request.query().all("a")).containsExactly("1", "2");
        }

        @Test
        void with_the_attribute_off_there_are_single_headers_only() throws IOException {
            Request request = request(sample("load-balancer"));
            assertThat(values(request, "X-Many")).containsExactly("two");
            assertThat(request.query().all("a")).containsExactly("2");
        }
    }

    @Nested
    @DisplayName("4.2 line 3: both forms of headers at once")
    class Line3 {

        @Test
        void all_values_are_taken_once() throws IOException {
            Request request = request(sample("rest-api"));
            assertThat(values(request, "X-Many")).containsExactly("one", "two");
            assertThat(values(request, "Accept")).containsExactly("*/*");
        }

        @Test
        void what_only_the_single_form_has_is_added() throws IOException {
            assertThat(values(request(sample("rest-api")), "X-Only-Single")).containsExactly("here");
        }
    }

    @Nested
    @DisplayName("4.2 line 4: names in any case, values whole")
    class Line4 {

        @ParameterizedTest
        @ValueSource(strings = {"content-type", "Content-Type", "CONTENT-TYPE"})
        void a_header_is_found_in_any_case(String name) throws IOException {
            assertThat(values(request(sample("rest-api")), name)).containsExactly("text/plain; charset=utf-8");
        }

        @Test
        void a_comma_splits_nothing() throws IOException {
            Request request = request(sample("rest-api"));
            assertThat(values(request, "User-Agent"))
                    .containsExactly("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101, like nothing else");
            assertThat(values(request, "X-Forwarded-For")).containsExactly("203.0.113.7, 198.51.100.2");
        }
    }

    @Nested
    @DisplayName("4.2 line 5: joined headers and cookies of format 2.0")
    class Line5 {

        @Test
        void joined_headers_stay_joined() throws IOException {
            assertThat(values(request(sample("http-api")), "X-Many")).containsExactly("one,two");
        }

        @Test
        void cookies_become_one_header() throws IOException {
            assertThat(values(request(sample("http-api")), "Cookie")).containsExactly("session=abc; theme=dark");
        }

        @Test
        void cookies_that_are_among_the_headers_as_well_are_not_doubled() throws IOException {
            ObjectNode event = sample("http-api");
            event.withObject("/headers").put("cookie", "session=abc; theme=dark");
            assertThat(values(request(event), "Cookie")).containsExactly("session=abc; theme=dark");
        }

        @Test
        void a_cookie_header_alone_stays() throws IOException {
            ObjectNode event = sample("function-url");
            event.withObject("/headers").put("cookie", "session=abc");
            assertThat(values(request(event), "Cookie")).containsExactly("session=abc");
        }
    }

    @Nested
    @DisplayName("4.2 line 6: bodies")
    class Line6 {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    ",'body':null | ``",
                    ",'body':'' | ``",
                    "`` | ``",
                    ",'body':null,'isBase64Encoded':true | ``",
                    ",'body':'','isBase64Encoded':true | ``",
                    ",'body':'aGk=' | aGk=",
                    ",'body':'aGk=','isBase64Encoded':null | aGk=",
                    ",'body':'aGk=','isBase64Encoded':false | aGk=",
                    ",'body':'aGk=','isBase64Encoded':true | hi",
                    ",'isBase64Encoded':true,'body':'aGk=' | hi",
                    ",'body':'åäö €','isBase64Encoded':false | åäö €"
                })
        void a_body_is_what_its_flag_says(String fields, String body) throws IOException {
            assertThat(new String(request(quoted("{" + REST + fields + "}")).body(), UTF_8))
                    .isEqualTo(body);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "aGk=====", "aG k=", "aG-_", "åäö", "aGk=\\r\\naGk="})
        void what_is_not_base64_is_the_callers_fault(String body) throws IOException {
            JsonNode answer = answerOfService(quoted("{" + REST + ",'body':'" + body + "','isBase64Encoded':true}"));
            assertThat(answer.path("statusCode").intValue()).isEqualTo(400);
            assertThat(answer.path("body").textValue()).contains("Malformed request", "Base64");
            assertThat(answer.path("multiValueHeaders")
                            .path("Access-Control-Allow-Origin")
                            .path(0)
                            .textValue())
                    .isEqualTo("*");
        }
    }

    @Nested
    @DisplayName("4.2 line 7: the front decides what is Base64")
    class Line7 {

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/octet-stream", "image/png", "multipart/form-data"})
        void the_type_of_a_request_decides_nothing(String type) throws IOException {
            String body = "'headers':{'Content-Type':'" + type + "'},'body':'aGk='";
            assertThat(request(quoted("{" + REST + "," + body + ",'isBase64Encoded':true}"))
                            .body())
                    .isEqualTo("hi".getBytes(UTF_8));
            assertThat(request(quoted("{" + REST + "," + body + ",'isBase64Encoded':false}"))
                            .body())
                    .isEqualTo("aGk=".getBytes(UTF_8));
        }

        @Test
        void bytes_that_no_text_can_hold_arrive_unharmed() throws IOException {
            byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0x80, '\r', '\n'};
            String encoded = Base64.getEncoder().encodeToString(bytes);
            assertThat(request(quoted("{" + REST + ",'body':'" + encoded + "','isBase64Encoded':true}"))
                            .body())
                    .isEqualTo(bytes);
        }
    }

    @Nested
    @DisplayName("4.2 line 8: encoded requests")
    class Line8 {

        @Test
        void a_gzipped_form_is_refused_rather_than_misread() throws IOException {
            Request form = Form.text("hello");
            Request gzipped =
                    form.with(form.headers().and("Content-Encoding", "gzip")).with(new byte[] {0x1f, (byte) 0x8b, 8});
            Response response = new RestApiFront().send(Service.behindGateway(), gzipped);
            assertThat(response.status()).isEqualTo(415);
        }
    }

    @Nested
    @DisplayName("4.2 line 9: queries are decoded once, by whoever has not yet")
    class Line9 {

        @Test
        void a_rest_api_has_decoded_them() throws IOException {
            Query query = request(sample("rest-api")).query();
            assertThat(query.all("a")).containsExactly("1", "2");
            assertThat(query.all("percent")).containsExactly("100%");
            assertThat(query.all("plus")).containsExactly("a+b");
            assertThat(query.all("encoded")).containsExactly("%41");
        }

        @ParameterizedTest
        @ValueSource(strings = {"load-balancer", "load-balancer-multi-value"})
        void a_load_balancer_has_not(String sample) throws IOException {
            Query query = request(sample(sample)).query();
            assertThat(query.all("k")).containsExactly("a+b c");
            assertThat(query.all("twice")).containsExactly("%41");
            assertThat(query.all("empty")).containsExactly("");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "k=a+b | a b",
                    "k=a%2Bb | a+b",
                    "k=%2541 | %41",
                    "k= | ``",
                    "k | ``",
                    "k=100% | 100%",
                    "k=a=b | a=b",
                    "k=1&k=2 | 1"
                })
        void format_2_has_them_as_they_were_sent(String raw, String value) throws IOException {
            ObjectNode event = sample("http-api");
            event.put("rawQueryString", raw);
            assertThat(request(event).query().first("k")).hasValue(value);
        }

        @Test
        void a_stray_percent_sign_survives_a_load_balancer() throws IOException {
            ObjectNode event = sample("load-balancer");
            event.withObject("/queryStringParameters").put("k", "100%");
            assertThat(request(event).query().all("k")).containsExactly("100%");
        }

        @Test
        void parameters_that_differ_in_case_are_two() throws IOException {
            Query query = request(quoted("{" + REST
                            + ",'queryStringParameters':{'a':'1','A':'2'},"
                            + "'multiValueQueryStringParameters':{'a':['0','1']}}"))
                    .query();
            assertThat(query.all("a")).containsExactly("0", "1");
            assertThat(query.all("A")).containsExactly("2");
        }
    }

    @Nested
    @DisplayName("4.2 line 10: paths are never decoded")
    class Line10 {

        @ParameterizedTest
        @ValueSource(strings = {"/a%2Fb", "/a%20b", "/%41", "/a%252Fb", "//", "/a//b", "/a+b", "/~a;v=1,2/@:!$&'()*"})
        void what_a_path_may_hold_stays(String path) throws IOException {
            assertThat(pathOf(sample("rest-api"), "path", path)).isEqualTo(path);
            assertThat(pathOf(sample("load-balancer"), "path", path)).isEqualTo(path);
            assertThat(pathOf(sample("function-url"), "rawPath", path)).isEqualTo(path);
        }

        @ParameterizedTest
        @CsvSource({"/a b, /a%20b", "/å, /%C3%A5", "/100%, /100%25", "/a?b, /a%3Fb", "/a#b, /a%23b", "/%4, /%254"})
        void what_an_http_api_has_decoded_is_encoded_again(String decoded, String encoded) throws IOException {
            assertThat(pathOf(sample("http-api"), "rawPath", decoded)).isEqualTo(encoded);
        }

        private static String pathOf(ObjectNode event, String field, String path) throws IOException {
            event.put(field, path);
            return request(event).path();
        }
    }

    @Nested
    @DisplayName("4.2 line 11: the stage is no part of the path")
    class Line11 {

        @Test
        void a_rest_api_leaves_it_out() throws IOException {
            assertThat(request(sample("rest-api")).path()).isEqualTo("/echo");
        }

        @Test
        void a_named_stage_of_an_http_api_goes() throws IOException {
            assertThat(request(sample("http-api-stage")).path()).isEqualTo("/health");
        }

        @ParameterizedTest
        @CsvSource({
            "dev, /dev/health, /health",
            "dev, /dev, /",
            "dev, /dev/, /",
            "dev, /devices, /devices",
            "dev, /dev/dev, /dev",
            "dev, /a/dev, /a/dev",
            "$default, /$default/a, /$default/a",
            "'', //a, //a"
        })
        void it_goes_as_a_whole_segment_or_not_at_all(String stage, String rawPath, String path) throws IOException {
            ObjectNode event = sample("http-api-stage");
            event.put("rawPath", rawPath).withObject("/requestContext").put("stage", stage);
            assertThat(request(event).path()).isEqualTo(path);
        }

        @ParameterizedTest
        @CsvSource({
            "/dev/health, /dev/health, /health",
            "/dev/health, , /health",
            "/devices, /devices, /devices",
            "/dev/health, /dev/dev/health, /dev/health"
        })
        void where_a_rest_api_has_it_after_all_it_goes_too(String path, String contextPath, String expected)
                throws IOException {
            ObjectNode event = sample("rest-api");
            event.put("path", path).withObject("/requestContext").put("path", contextPath);
            assertThat(request(event).path()).isEqualTo(expected);
        }
    }

    @Nested
    @DisplayName("4.2 line 12: methods, and events without one")
    class Line12 {

        @Test
        void the_method_is_where_the_format_has_it() throws IOException {
            assertThat(request(sample("rest-api")).method()).isEqualTo("POST");
            assertThat(request(sample("http-api")).method()).isEqualTo("POST");
            assertThat(request(sample("load-balancer")).method()).isEqualTo("GET");
        }

        @ParameterizedTest
        @ValueSource(strings = {"web-socket", "token-authorizer"})
        void an_event_without_a_method_is_not_http(String sample) throws IOException {
            assertThat(answerOfService(sample(sample).toString()).fieldNames().next())
                    .isEqualTo("ignored");
        }
    }

    @Nested
    @DisplayName("4.2 line 13: the shape tells the format")
    class Line13 {

        @Test
        void a_rest_api_needs_no_version() throws IOException {
            ObjectNode event = sample("rest-api");
            assertThat(request(event).method()).isEqualTo("POST");
            assertThat(Events.answer(
                                    Service.behindGateway(),
                                    event.put("version", "2.0").toString())
                            .has("multiValueHeaders"))
                    .isTrue();
        }

        @Test
        void format_2_needs_no_version_either() throws IOException {
            ObjectNode event = sample("http-api");
            event.remove("version");
            assertThat(request(event).path()).isEqualTo("/echo");
        }

        @Test
        void a_function_url_speaks_format_2() throws IOException {
            JsonNode answer = answerOfService(sample("function-url").toString());
            assertThat(answer.path("headers").path("Content-Type").textValue()).isEqualTo("text/plain; charset=utf-8");
        }

        @Test
        void a_load_balancer_is_told_by_its_context() throws IOException {
            assertThat(answerOfService(sample("load-balancer").toString()).has("statusDescription"))
                    .isTrue();
        }

        @Test
        void vpc_lattice_is_declined() throws IOException {
            assertThat(answerOfService(sample("vpc-lattice").toString()))
                    .isEqualTo(Events.JSON.readTree(quoted("{'ignored':'not an HTTP event'}")));
        }
    }

    @Nested
    @DisplayName("4.2 line 14: what is not HTTP at all")
    class Line14 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "{}",
                    "[]",
                    "[{'httpMethod':'GET','path':'/','requestContext':{}}]",
                    "1",
                    "'text'",
                    "{'source':'serverless-plugin-warmup'}",
                    "{'warmer':true,'concurrency':3}",
                    "{'key1':'value1','key2':'value2','key3':'value3'}",
                    "{'requestContext':null,'httpMethod':'GET'}",
                    "{'requestContext':{'http':null}}",
                    "{'requestContext':[],'httpMethod':'GET'}",
                    "{'requestContext':{},'httpMethod':null}"
                })
        void gets_a_plain_result_and_no_word_in_the_log(String event) throws IOException {
            TestContext context = new TestContext();
            byte[] answer = Events.invoke(
                    request -> {
                        throw new AssertionError("The handler was asked " + request);
                    },
                    quoted(event),
                    context);
            assertThat(new String(answer, UTF_8)).isEqualTo(quoted("{'ignored': 'not an HTTP event'}"));
            assertThat(context.log).isEmpty();
        }

        @Test
        void so_does_a_schedule() throws IOException {
            assertThat(answerOfService(sample("scheduled").toString()).has("ignored"))
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("4.2 line 15: the load balancer's health check")
    class Line15 {

        @ParameterizedTest
        @ValueSource(strings = {"/health", "/"})
        void is_fine_without_a_host_and_a_body(String path) throws IOException {
            JsonNode answer = answerOfService(
                    sample("load-balancer-health-check").put("path", path).toString());
            assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
            assertThat(answer.path("statusDescription").textValue()).isEqualTo("200 OK");
        }
    }

    @Nested
    @DisplayName("4.2 line 16: what nobody knows yet, and too much of it")
    class Line16 {

        @Test
        void unknown_fields_and_types_count_as_absent() throws IOException {
            assertThat(request(quoted("{'new':{'a':[{'b':null}]},'version':null,'httpMethod':'GET','path':'/health',"
                            + "'headers':[1],'multiValueHeaders':{'X-A':{'x':1},'X-B':7},'cookies':{},'body':{'a':1},"
                            + "'isBase64Encoded':{},'queryStringParameters':3,"
                            + "'requestContext':{'new':[[]],'stage':5,'path':{}}}")))
                    .isEqualTo(Request.of("GET", "/health"));
        }

        @Test
        void deep_json_is_given_up() throws IOException {
            assertGivenUp(
                    "{" + quoted(REST) + ",\"deep\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                    "Nesting limit");
        }

        @Test
        void huge_json_is_given_up() throws IOException {
            assertGivenUp("{" + quoted(REST) + ",\"body\":\"" + "a".repeat(9 << 20) + "\"}", "more than 8388608 bytes");
        }

        @Test
        void broken_json_is_given_up() throws IOException {
            assertGivenUp("{" + quoted(REST), "End of input");
        }

        private static void assertGivenUp(String event, String reason) throws IOException {
            TestContext context = new TestContext();
            byte[] answer = Events.invoke(Service.behindGateway(), event, context);
            assertThat(new String(answer, UTF_8)).contains("ignored");
            assertThat(context.log).singleElement().asString().contains(context.getAwsRequestId(), reason);
        }
    }
}
