package dev.breakeven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies that are too long, too short or broken, sent by clients that go on sending. The handler answers with the length. */
class RequestBodyTest {

    private static final int MIB = 1 << 20;
    private static final byte[] ONE_MIB = new byte[MIB];

    private static JavalinServer server;

    private RawConnection connection;

    @BeforeAll
    static void start() {
        server = JavalinServer.start(
                new ServerSettings("127.0.0.1", 0),
                request -> Response.text(200, "text/plain", Integer.toString(request.body().length)));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void connect() throws IOException {
        connection = new RawConnection(server.port());
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void the_longest_body_is_taken() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Content-Length: " + Service.BODY_BYTES_MAX);
        connection.send(new byte[Service.BODY_BYTES_MAX]);
        assertThat(connection.read().text()).isEqualTo("3211264");
    }

    @Test
    void the_longest_body_without_length_is_taken() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked");
        connection.sendChunk(new byte[Service.BODY_BYTES_MAX]);
        connection.send("0\r\n\r\n");
        assertThat(connection.read().text()).isEqualTo("3211264");
    }

    @Test
    void a_body_is_refused_from_its_length_before_any_of_it_is_sent() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Content-Length: " + (Service.BODY_BYTES_MAX + 1));
        assertTooLarge(connection.read());
    }

    @Test
    void a_body_without_length_is_refused_while_reading() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked");
        connection.sendChunk(new byte[Service.BODY_BYTES_MAX + 1]);
        assertTooLarge(connection.read());
    }

    @Test
    void who_reads_after_sending_ten_mebibytes_still_finds_the_refusal() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Content-Length: " + 10 * MIB);
        for (int i = 0; i < 10; i++) {
            connection.send(ONE_MIB);
        }
        assertTooLarge(connection.read());
        assertThat(connection.isAtEnd()).isTrue();
    }

    @Test
    void who_reads_after_sending_ten_mebibytes_without_length_still_finds_the_refusal() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked");
        for (int i = 0; i < 10; i++) {
            connection.sendChunk(ONE_MIB);
        }
        connection.send("0\r\n\r\n");
        assertTooLarge(connection.read());
        assertThat(connection.isAtEnd()).isTrue();
    }

    @Test
    void who_never_stops_sending_is_cut_off() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1024; i++) {
                        connection.sendChunk(ONE_MIB);
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void who_asks_before_sending_too_much_is_told_at_once() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Expect: 100-continue", "Content-Length: " + 10 * MIB);
        assertTooLarge(connection.read());
    }

    @Test
    void who_asks_before_sending_what_is_taken_is_told_to_go_on() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Expect: 100-continue", "Content-Length: 3");
        assertThat(connection.readHead()).isEqualTo("HTTP/1.1 100 Continue");
        connection.send("abc");
        assertThat(connection.read().text()).isEqualTo("3");
    }

    @Test
    void a_body_that_ends_before_its_length_is_400() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Content-Length: 100");
        connection.send("abc");
        connection.endSending();
        assertBroken(connection.read());
    }

    @Test
    void a_chunk_of_no_readable_size_is_400() throws IOException {
        connection.sendHead("POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked");
        connection.send("many\r\n");
        assertBroken(connection.read());
    }

    private static void assertTooLarge(RawConnection.Answer answer) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("\"status\":413", "at most 3211264 bytes");
        assertProblem(answer);
    }

    private static void assertBroken(RawConnection.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"status\":400", "The body cannot be read to its end");
        assertProblem(answer);
    }

    private static void assertProblem(RawConnection.Answer answer) {
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.header("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.header("Connection")).hasValue("close");
    }
}
