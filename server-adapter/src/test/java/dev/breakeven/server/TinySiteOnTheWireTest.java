package dev.breakeven.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Service;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** TinySite's promise is a number of bytes, so here they are counted. */
class TinySiteOnTheWireTest {

    /** What any IPv4 host takes in one piece: 576 bytes of datagram less 40 of IP and TCP (RFC 879). */
    private static final int ONE_PIECE = 536;

    private static JavalinServer server;

    @BeforeAll
    static void start() {
        server = JavalinServer.start(new ServerSettings("127.0.0.1", 0), Service.onServer());
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void the_head_is_three_lines_and_all_of_it_fits_into_one_piece() throws IOException {
        RawConnection.Answer answer = ask("GET / HTTP/1.1", "Host: a", "Accept-Encoding: gzip, deflate");
        assertThat(answer.head()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: 466");
        assertThat(answer.head().length() + 4 + answer.body().length).isLessThanOrEqualTo(ONE_PIECE);
    }

    @Test
    void a_client_that_takes_no_coding_gets_the_page_as_it_is() throws IOException {
        RawConnection.Answer answer = ask("GET / HTTP/1.1", "Host: a", "Accept-Encoding: identity");
        assertThat(answer.head()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 853");
        assertThat(answer.text()).startsWith("<!doctype html>").endsWith("real work.");
    }

    @Test
    void a_client_that_takes_only_brotli_gets_brotli() throws IOException {
        RawConnection.Answer answer = ask("GET / HTTP/1.1", "Host: a", "Accept-Encoding: br");
        assertThat(answer.head()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 351");
    }

    @Test
    void head_has_the_same_head_and_not_one_byte_more() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.sendHead("HEAD / HTTP/1.1", "Host: a", "Connection: close");
            assertThat(connection.readHead())
                    .isEqualTo(
                            "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: 466\r\nConnection: close");
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void the_connection_is_closed_only_for_a_client_that_asks() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.sendHead("GET / HTTP/1.1", "Host: a");
            assertThat(connection.read().header("Connection")).isEmpty();
            connection.sendHead("GET / HTTP/1.1", "Host: a", "Connection: close");
            assertThat(connection.read().header("Connection")).hasValue("close");
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void requests_sent_together_are_answered_in_turn() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(connection.read().body()).hasSize(466);
            assertThat(connection.read().body()).isEqualTo("ok".getBytes(ISO_8859_1));
        }
    }

    private static RawConnection.Answer ask(String... head) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.sendHead(head);
            return connection.read();
        }
    }
}
