package dev.breakeven.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Service;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that never become a request of the service are answered in its manner all the same. */
class JettyErrorsTest {

    private static JavalinServer server;

    @BeforeAll
    static void start() {
        server = JavalinServer.start(new ServerSettings("127.0.0.1", 0), Service.onServer());
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                     | Host: a                        | 400 | No URI",
                "GET /%zz HTTP/1.1            | Host: a                        | 400 | Bad Request",
                "GET /%ff HTTP/1.1            | Host: a                        | 400 | Bad UTF-8",
                "GET / HTTP/1.1               | X-No-Host: a                   | 400 | No Host",
                "GET / HTTP/1.1               | Not a header: a                | 400 | Illegal character",
                "GET / HTTP/1.1               | Content-Length: many           | 400 | Invalid Content-Length",
                "GET / HTTP/3.0               | Host: a                        | 505 | Unsupported Version",
                "OPTIONS * HTTP/1.1           | Host: a                        | 404 | Not Found"
            })
    void a_broken_message_is_a_problem(String requestLine, String header, int status, String reason)
            throws IOException {
        assertProblem(ask(requestLine, header), status, reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 3_000_000})
    void a_header_that_is_too_long_is_a_problem(int length) throws IOException {
        assertProblem(ask("GET / HTTP/1.1", "Host: a", "X-Long: " + "a".repeat(length)), 431, "Too Large");
    }

    @Test
    void a_path_that_is_too_long_is_a_problem() throws IOException {
        assertProblem(ask("GET /" + "a".repeat(9_000) + " HTTP/1.1", "Host: a"), 414, "Too Long");
    }

    private static RawConnection.Answer ask(String... head) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.sendHead(head);
            return connection.read();
        }
    }

    private static void assertProblem(RawConnection.Answer answer, int status, String reason) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains("\"status\":" + status, "did not reach the service", reason);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.header("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.header("Server")).isEmpty();
    }
}
