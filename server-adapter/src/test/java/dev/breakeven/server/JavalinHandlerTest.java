package dev.breakeven.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract cannot show, because its client would tidy it up before sending. */
class JavalinHandlerTest {

    private static final Handler ECHO = request -> Response.text(
            200,
            "text/plain",
            request.method() + " " + request.path() + " " + request.query().parameters());

    private static volatile Handler handler = ECHO;
    private static JavalinServer server;

    @BeforeAll
    static void start() {
        server = JavalinServer.start(new ServerSettings("127.0.0.1", 0), request -> handler.handle(request));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "//other.example/x",
                "/a/../b",
                "/a%2Fb",
                "/a%20b+c",
                "/%C3%A5",
                "/x;y=1",
                "/WEB-INF/x"
            })
    void a_path_arrives_as_it_was_sent(String path) throws IOException {
        assertThat(ask(ECHO, "GET " + path + " HTTP/1.1", "Host: a").text()).isEqualTo("GET " + path + " {}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k=a%2Bb+c  | {k=[a+b c]}",
                "k=%2525    | {k=[%25]}",
                "k=100%     | {k=[100%]}",
                "k&=v&k=2   | {k=[, 2], =[v]}",
                "k=/?x      | {k=[/?x]}"
            })
    void a_query_is_decoded_once(String sent, String parameters) throws IOException {
        assertThat(ask(ECHO, "GET /?" + sent + " HTTP/1.1", "Host: a").text()).isEqualTo("GET / " + parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "M-SEARCH", "get"})
    void any_method_arrives(String method) throws IOException {
        assertThat(ask(ECHO, method + " / HTTP/1.1", "Host: a").text()).isEqualTo(method + " / {}");
    }

    @Test
    void a_method_is_what_the_request_line_says() throws IOException {
        assertThat(ask(ECHO, "POST / HTTP/1.1", "Host: a", "X-HTTP-Method-Override: DELETE")
                        .text())
                .isEqualTo("POST / {}");
    }

    @Test
    void an_upgrade_is_passed_over() throws IOException {
        RawConnection.Answer answer = ask(
                ECHO,
                "GET / HTTP/1.1",
                "Host: a",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==");
        assertThat(answer.text()).isEqualTo("GET / {}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html; charset=utf-8", "text/html;charset=UTF-8", "application/json", "image/x-unheard-of"})
    void a_content_type_leaves_as_the_handler_wrote_it(String contentType) throws IOException {
        RawConnection.Answer answer = ask(request -> Response.text(200, contentType, "å"), "GET / HTTP/1.1", "Host: a");
        assertThat(answer.head())
                .isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: 2");
    }

    @Test
    void an_answer_without_content_has_no_length() throws IOException {
        RawConnection.Answer answer =
                ask(request -> Response.empty(204, Headers.NONE), "OPTIONS / HTTP/1.1", "Host: a");
        assertThat(answer.head()).isEqualTo("HTTP/1.1 204 No Content");
    }

    @Test
    void a_long_answer_comes_whole_and_with_its_length() throws IOException {
        byte[] megabyte = new byte[1_000_000];
        RawConnection.Answer answer =
                ask(request -> new Response(200, Headers.NONE, megabyte), "GET / HTTP/1.1", "Host: a");
        assertThat(answer.head()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 1000000");
        assertThat(answer.body()).isEqualTo(megabyte);
    }

    @Test
    void a_fault_is_logged_with_its_request_and_its_origin() throws IOException {
        String log = logOf(() -> ask(
                request -> {
                    throw new IllegalStateException("the disk is gone");
                },
                "PUT /some%20where HTTP/1.1",
                "Host: a"));
        assertThat(log)
                .contains(
                        "PUT /some%20where failed",
                        "IllegalStateException: the disk is gone",
                        "at " + getClass().getName());
    }

    @Test
    void a_fault_that_is_an_error_is_answered_too() throws IOException {
        logOf(() -> {
            RawConnection.Answer answer = ask(
                    request -> {
                        throw new StackOverflowError();
                    },
                    "GET / HTTP/1.1",
                    "Host: a");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        });
    }

    private static RawConnection.Answer ask(Handler under, String... head) throws IOException {
        handler = under;
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.sendHead(head);
            return connection.read();
        }
    }

    private interface Asking {
        void run() throws IOException;
    }

    private static String logOf(Asking asking) throws IOException {
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            asking.run();
        } finally {
            System.setErr(err);
        }
        return log.toString(UTF_8);
    }
}
