package dev.breakeven.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every way in must answer alike. A test of a way in supplies {@link #send} and its handler, and inherits the rest. */
public abstract class HandlerContract {

    private static final int MIB = 1 << 20;

    /** Asks the handler through the way in under test; the answer is what a client would see. */
    protected abstract Response send(Handler handler, Request request) throws Exception;

    /** The service as this way in runs it. */
    protected abstract Handler service();

    /** The one exception to CORS on every answer: the server's TinySite, whose head is counted in bytes. */
    protected boolean tinySiteIsBare() {
        return false;
    }

    /** The one way in that passes on the last of several headers or parameters: a load balancer without multi-value headers. */
    protected boolean onlyTheLastOfSeveralArrives() {
        return false;
    }

    private Response ask(Request request) throws Exception {
        return send(service(), request);
    }

    // Routes

    @Test
    void health_is_ok() throws Exception {
        Response response = ask(Request.of("GET", "/health"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("ok");
        assertOpenToAllOrigins(response);
    }

    @Test
    void tiny_site_is_the_same_page_in_every_coding() throws Exception {
        Response identity = ask(Request.of("GET", "/").with(Headers.of("Accept-Encoding", "identity")));
        Response deflate = ask(Request.of("GET", "/").with(Headers.of("Accept-Encoding", "deflate")));
        assertThat(identity.headers().first("Content-Encoding")).isEmpty();
        assertThat(text(identity)).startsWith("<!doctype html>").contains("Breakeven", "href=/compress");
        assertThat(deflate.headers().first("Content-Encoding")).hasValue("deflate");
        assertThat(inflate(deflate.body())).isEqualTo(identity.body());
    }

    @Test
    void tiny_site_without_accept_encoding_comes_as_deflate() throws Exception {
        assertThat(ask(Request.of("GET", "/")).headers().first("Content-Encoding"))
                .hasValue("deflate");
    }

    @Test
    void tiny_site_says_no_type_for_the_reader_to_trip_over() throws Exception {
        Response response = ask(Request.of("GET", "/"));
        assertThat(response.headers().first("Content-Type").orElse("")).isEmpty();
    }

    @Test
    void tiny_site_is_open_to_all_origins_but_where_its_head_is_counted() throws Exception {
        Response response = ask(Request.of("GET", "/"));
        assertThat(response.headers().values("Access-Control-Allow-Origin"))
                .isEqualTo(tinySiteIsBare() ? List.of() : List.of("*"));
    }

    @Test
    void compress_has_a_page() throws Exception {
        Response response = ask(Request.of("GET", "/compress"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(text(response)).contains("fileUpload", "textEntry", "Test it!");
        assertOpenToAllOrigins(response);
    }

    @Test
    void compress_measures_a_text() throws Exception {
        Response response = ask(Form.text("abcabcabcabcabcabcabcabc"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type")).hasValue("application/json");
        assertThat(fields(response))
                .containsEntry("original_size", "24")
                .containsKeys("gzip_size", "bzip_size", "deflate_size");
        assertOpenToAllOrigins(response);
    }

    @Test
    void compress_measures_with_more_codecs_when_asked_for_all() throws Exception {
        Response response = ask(withCodecs("all"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(fields(response))
                .containsEntry("original_size", "24")
                .containsEntry("deflate_size", "7")
                .containsKeys("xz_size", "zstd_size", "brotli_size", "lz4_size", "snappy_size");
        assertThat(response.headers().first("Server-Timing").orElse("")).contains("bzip2;dur=", "brotli;dur=");
    }

    @Test
    void compress_knows_no_other_wish_for_codecs() throws Exception {
        Response response = ask(withCodecs("brotli"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(fields(response).get("detail")).contains("codecs=brotli", "codecs=all");
    }

    private static Request withCodecs(String wish) {
        Request form = Form.text("abcabcabcabcabcabcabcabc");
        return new Request(form.method(), form.path(), Query.parse("codecs=" + wish), form.headers(), form.body());
    }

    @Test
    void compress_measures_the_bytes_of_a_text_not_its_characters() throws Exception {
        assertThat(fields(ask(Form.text("åäö")))).containsEntry("original_size", "6");
    }

    @Test
    void compress_measures_a_file_byte_for_byte() throws Exception {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < 256; i++) {
            everyByte[i] = (byte) i;
        }
        assertThat(fields(ask(Form.file(everyByte)))).containsEntry("original_size", "256");
    }

    @Test
    void a_browser_leaves_the_other_field_empty() throws Exception {
        Request request = new Form()
                .field("textEntry", "hello".getBytes(UTF_8))
                .file("fileUpload", "", new byte[0])
                .post();
        assertThat(fields(ask(request))).containsEntry("original_size", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "random", "text"})
    void compress_takes_three_mebibytes_of(String kind) throws Exception {
        Response response = ask(Form.file(content(kind, 3 * MIB)));
        assertThat(response.status()).isEqualTo(200);
        assertThat(fields(response)).containsEntry("original_size", "3145728");
    }

    // Problems

    @Test
    void both_fields_empty_is_400() throws Exception {
        Request request = new Form()
                .field("textEntry", new byte[0])
                .file("fileUpload", "", new byte[0])
                .post();
        assertProblem(ask(request), 400, "Nothing to compress");
    }

    @Test
    void no_field_at_all_is_400() throws Exception {
        assertProblem(ask(new Form().post()), 400, "Nothing to compress");
    }

    @Test
    void both_fields_supplied_is_422() throws Exception {
        Request request = new Form()
                .field("textEntry", "a".getBytes(UTF_8))
                .file("fileUpload", "b.txt", "b".getBytes(UTF_8))
                .post();
        assertProblem(ask(request), 422, "either fileUpload (a file) or textEntry (text)");
    }

    @Test
    void a_form_that_ends_early_is_400() throws Exception {
        byte[] whole = Form.text("hello").body();
        byte[] half = Arrays.copyOf(whole, whole.length - 20);
        assertProblem(ask(Form.text("hello").with(half)), 400, "cannot be read to its end");
    }

    @Test
    void a_form_without_boundary_is_400() throws Exception {
        Request request = Form.text("hello").with(Headers.of("Content-Type", "multipart/form-data"));
        assertProblem(ask(request), 400, "boundary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/mixed"})
    void another_media_type_is_415(String contentType) throws Exception {
        Request request = Form.text("hello").with(Headers.of("Content-Type", contentType));
        assertProblem(ask(request), 415, "multipart/form-data");
    }

    @Test
    void an_encoded_form_is_415() throws Exception {
        Request request =
                Form.text("hello").with(Headers.of("Content-Type", Form.contentType(), "Content-Encoding", "gzip"));
        assertProblem(ask(request), 415, "Content-Encoding: gzip");
    }

    @Test
    void a_file_of_one_byte_too_many_is_413() throws Exception {
        assertProblem(ask(Form.file(new byte[3 * MIB + 1])), 413, "3145728 bytes");
    }

    @Test
    void a_body_over_the_limit_is_413() throws Exception {
        Request request = Form.text("").with(new byte[3 * MIB + 64 * 1024 + 1]);
        assertProblem(ask(request), 413, "3211264 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/compress/", "/compress/%2F", "/Compress", "//"})
    void an_unknown_path_is_404(String path) throws Exception {
        assertProblem(ask(Request.of("GET", path)), 404, "/compress");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /         | GET, HEAD, OPTIONS",
                "DELETE | /         | GET, HEAD, OPTIONS",
                "PUT    | /compress | GET, POST, HEAD, OPTIONS",
                "POST   | /health   | GET, HEAD, OPTIONS"
            })
    void an_unsupported_method_is_405_and_says_what_is(String method, String path, String allow) throws Exception {
        Response response = ask(Request.of(method, path));
        assertProblem(response, 405, allow);
        assertThat(response.headers().first("Allow")).hasValue(allow);
    }

    // Methods that every path has

    @ParameterizedTest
    @ValueSource(strings = {"/", "/compress", "/health"})
    void head_is_get_without_the_body(String path) throws Exception {
        Response get = ask(Request.of("GET", path));
        Response head = ask(Request.of("HEAD", path));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "Content-Encoding", "Access-Control-Allow-Origin")) {
            assertThat(head.headers().first(name))
                    .as(name)
                    .isEqualTo(get.headers().first(name));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/ | GET", "/compress | GET, POST", "/health | GET"})
    void options_answers_a_preflight(String path, String methods) throws Exception {
        Request preflight = Request.of("OPTIONS", path)
                .with(Headers.of(
                        "Origin", "https://example.org",
                        "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "x-custom"));
        Response response = ask(preflight);
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().first("Access-Control-Allow-Methods")).hasValue(methods + ", HEAD, OPTIONS");
        assertThat(response.headers().first("Access-Control-Allow-Headers")).hasValue("x-custom");
        assertOpenToAllOrigins(response);
    }

    // What comes through unharmed, seen by a handler that answers with what it was asked

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "Content-Type", "CONTENT-TYPE", "cOnTeNt-tYpE"})
    void header_names_come_in_any_case(String name) throws Exception {
        Request request = Form.text("hello").with(Headers.of(name, Form.contentType()));
        assertThat(ask(request).status()).isEqualTo(200);
    }

    @Test
    void repeated_query_keys_keep_their_values_in_order() throws Exception {
        Response response = send(
                request -> Response.text(
                        200,
                        "text/plain",
                        String.join("|", request.query().all("a")) + ";"
                                + request.query().all("b")),
                Request.of("GET", "/echo?a=1&a=2&a=3&b=x"));
        assertThat(text(response)).isEqualTo(onlyTheLastOfSeveralArrives() ? "3;[x]" : "1|2|3;[x]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k=a+b | a b",
                "k=a%20b | a b",
                "k=a%2Bb | a+b",
                "k= | ''",
                "k | ''",
                "k=%25 | %",
                "k=%C3%A5 | å",
                "k=a%26b | a&b"
            })
    void a_query_is_decoded_once(String raw, String value) throws Exception {
        Response response = send(
                request -> Response.text(
                        200, "text/plain", "<" + request.query().first("k").orElse("none") + ">"),
                Request.of("GET", "/echo?" + raw));
        assertThat(text(response)).isEqualTo("<" + value + ">");
    }

    @Test
    void repeated_request_headers_all_arrive() throws Exception {
        Response response = send(
                request -> Response.text(
                        200, "text/plain", String.join(",", request.headers().values("X-Many"))),
                Request.of("GET", "/echo").with(Headers.of("X-Many", "one", "X-Many", "two")));
        assertThat(text(response).replace(" ", "")).isEqualTo(onlyTheLastOfSeveralArrives() ? "two" : "one,two");
    }

    @Test
    void repeated_response_headers_all_leave() throws Exception {
        Response response = send(
                request -> Response.empty(200, Headers.of("Set-Cookie", "a=1; Path=/", "Set-Cookie", "b=2")),
                Request.of("GET", "/echo"));
        assertThat(response.headers().values("Set-Cookie")).containsExactly("a=1; Path=/", "b=2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1000, 700_000})
    void bytes_come_back_as_they_were_sent(int length) throws Exception {
        byte[] bytes = content("random", length);
        Response response = send(
                request -> new Response(200, Headers.of("Content-Type", "application/octet-stream"), request.body()),
                Request.of("POST", "/echo")
                        .with(Headers.of("Content-Type", "application/octet-stream"))
                        .with(bytes));
        assertThat(response.body()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 400, 418, 503})
    void every_status_comes_through(int status) throws Exception {
        Response response = send(request -> Response.text(status, "text/plain", "said"), Request.of("GET", "/echo"));
        assertThat(response.status()).isEqualTo(status);
        assertThat(text(response)).isEqualTo("said");
    }

    @Test
    void a_handler_that_fails_is_a_500_which_gives_nothing_away() throws Exception {
        Response response = send(
                request -> {
                    throw new IllegalStateException("secret");
                },
                Request.of("GET", "/echo"));
        assertProblem(response, 500, "its log says why");
        assertThat(text(response)).doesNotContain("secret");
    }

    protected static void assertProblem(Response response, int status, String partOfDetail) throws IOException {
        assertThat(response.status()).as(text(response)).isEqualTo(status);
        assertThat(response.headers().first("Content-Type")).hasValue("application/problem+json");
        Map<String, String> fields = fields(response);
        assertThat(fields).containsEntry("status", Integer.toString(status)).containsKey("title");
        assertThat(fields.get("detail")).contains(partOfDetail);
        assertOpenToAllOrigins(response);
    }

    private static void assertOpenToAllOrigins(Response response) {
        assertThat(response.headers().values("Access-Control-Allow-Origin")).containsExactly("*");
    }

    protected static String text(Response response) {
        return new String(response.body(), UTF_8);
    }

    /** The fields of a flat JSON object, every value as text. */
    private static Map<String, String> fields(Response response) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(response.body())) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, json.getText());
            }
        }
        return fields;
    }

    private static byte[] content(String kind, int length) {
        byte[] bytes = new byte[length];
        switch (kind) {
            case "zeros" -> {}
            case "random" -> new Random(1).nextBytes(bytes);
            case "text" -> {
                byte[] words = "the quick brown fox jumps over the lazy dog and runs away\n".getBytes(UTF_8);
                for (int i = 0; i < length; i++) {
                    bytes[i] = words[(i + i / 997) % words.length];
                }
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return bytes;
    }

    private static byte[] inflate(byte[] deflated) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            byte[] chunk = new byte[1024];
            while (!inflater.finished()) {
                page.write(chunk, 0, inflater.inflate(chunk));
            }
            return page.toByteArray();
        } finally {
            inflater.end();
        }
    }
}
