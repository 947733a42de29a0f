package dev.breakeven.localcloud.server;

import static dev.breakeven.localcloud.Eventually.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadBalancerTest {

    private static final String GET = "GET /a HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n";
    private static final String GET_ON = "GET /a HTTP/1.1\r\nHost: example.com\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String OK_CLOSE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";
    private static final BalancerTerms IMPATIENT = new BalancerTerms(
            Balancing.ROUND_ROBIN,
            new HealthCheckTerms(Duration.ofMillis(20), Duration.ofMillis(500), 2, 2),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Optional.empty());
    private static final BalancerTerms PATIENT =
            BalancerTerms.APPLICATION_LOAD_BALANCER.with(HealthCheckTerms.APPLICATION_LOAD_BALANCER);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void aRequestArrivesWithWhereItCameFrom() throws Exception {
        RawServer server = keep(RawServer.answering(OK));
        LoadBalancer balancer = balancer(PATIENT, server);
        int port = balancer.uri().getPort();
        String answer = RawClient.exchange(balancer.uri(), """
                GET /a%2Fb//c?x=%zz|y HTTP/1.1
                Host: example.com
                X-Forwarded-For: 203.0.113.7
                X-Forwarded-Proto: https
                x-forwarded-for: 8.3.1.1
                Connection: close, Upgrade, X-Only-Here
                X-Only-Here: 1
                Accept: text/html
                Upgrade: websocket

                """.replace("\n", "\r\n"));
        assertThat(answer).isEqualTo(OK_CLOSE);
        assertThat(server.heads()).containsExactly("""
                        GET /a%2Fb//c?x=%zz|y HTTP/1.1
                        Host: example.com
                        Accept: text/html
                        X-Forwarded-For: 203.0.113.7, 8.3.1.1, 127.0.0.1
                        X-Forwarded-Proto: http
                        X-Forwarded-Port: PORT

                        """.replace("\n", "\r\n").replace("PORT", Integer.toString(port)));
    }

    @Test
    void anAnswerComesBackAsItWas() throws Exception {
        RawServer server = keep(RawServer.answering(lines(
                "HTTP/1.1 201 Created",
                "Content-Encoding: gzip",
                "Server: mine",
                "Set-Cookie: a=1",
                "Set-Cookie: b=2",
                "Keep-Alive: timeout=5",
                "Content-Length: 3",
                "",
                "\u001f\u008b\u0008")));
        assertThat(RawClient.exchange(balancer(PATIENT, server).uri(), GET))
                .isEqualTo(lines(
                        "HTTP/1.1 201 Created",
                        "Content-Encoding: gzip",
                        "Server: mine",
                        "Set-Cookie: a=1",
                        "Set-Cookie: b=2",
                        "Content-Length: 3",
                        "Connection: close",
                        "",
                        "\u001f\u008b\u0008"));
    }

    @Test
    void anAnswerWithoutALengthIsSentInChunks() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            connection.readHead();
            connection.send("HTTP/1.0 200 OK\r\n\r\nhello");
        }));
        assertThat(RawClient.exchange(balancer(PATIENT, server).uri(), GET))
                .isEqualTo(lines(
                        "HTTP/1.1 200 OK",
                        "Transfer-Encoding: chunked",
                        "Connection: close",
                        "",
                        "5",
                        "hello",
                        "0",
                        "",
                        ""));
    }

    @Test
    void chunksAndTrailersArePassedOn() throws Exception {
        RawServer server = keep(RawServer.answering(lines(
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: chunked",
                "Trailer: X-Sum",
                "",
                "3;ext=1",
                "abc",
                "2",
                "de",
                "0",
                "X-Sum: 5",
                "",
                "")));
        assertThat(RawClient.exchange(balancer(PATIENT, server).uri(), GET))
                .isEqualTo(lines(
                        "HTTP/1.1 200 OK",
                        "Transfer-Encoding: chunked",
                        "Connection: close",
                        "",
                        "3",
                        "abc",
                        "2",
                        "de",
                        "0",
                        "X-Sum: 5",
                        "",
                        ""));
    }

    @Test
    void aCallerOfOldGetsNoChunks() throws Exception {
        RawServer server =
                keep(RawServer.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"));
        LoadBalancer balancer = balancer(PATIENT, server);
        String answer = RawClient.exchange(balancer.uri(), "GET / HTTP/1.0\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\nabc")
                .doesNotContain("chunked");
        assertThat(server.heads().getFirst())
                .startsWith(
                        "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + balancer.uri().getPort() + "\r\n");
    }

    @Test
    void serversMayCloseAfterEachAnswer() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            connection.readHead();
            connection.send(OK);
        }));
        try (RawClient client = new RawClient(balancer(PATIENT, server).uri())) {
            for (int i = 0; i < 200; i++) {
                client.send(GET_ON);
                assertThat(client.read(OK.length())).isEqualTo(OK);
            }
        }
    }

    @Test
    void connectionsAreKeptOnBothSides() throws Exception {
        RawServer server = keep(RawServer.answering(OK));
        try (RawClient client = new RawClient(balancer(PATIENT, server).uri())) {
            for (int i = 0; i < 20; i++) {
                client.send(GET_ON);
                assertThat(client.read(OK.length())).isEqualTo(OK);
            }
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void requestsInOnePieceAreAnsweredInOrder() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            while (true) {
                String path = connection.readHead().split(" ", 3)[1];
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path);
            }
        }));
        assertThat(RawClient.exchange(
                        balancer(PATIENT, server).uri(), GET_ON.replace("/a", "/1") + GET_ON.replace("/a", "/2") + GET))
                .isEqualTo(OK.replace("ok", "/1") + OK.replace("ok", "/2") + OK_CLOSE.replace("ok", "/a"));
    }

    @Test
    void serversMayIgnoreThatItWasHead() throws Exception {
        RawServer server = keep(RawServer.answering(OK));
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n";
        try (RawClient client = new RawClient(balancer(PATIENT, server).uri())) {
            for (int i = 0; i < 3; i++) {
                client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.read(head.length())).isEqualTo(head);
            }
            client.send(GET);
            assertThat(client.readAll()).isEqualTo(OK_CLOSE);
        }
    }

    @Test
    void answersThatHaveNoBodyEndWithTheirHead() throws Exception {
        for (String status : List.of("204 No Content", "304 Not Modified")) {
            RawServer server = keep(RawServer.answering("HTTP/1.1 " + status + "\r\nETag: \"1\"\r\n\r\n"));
            try (RawClient client = new RawClient(balancer(PATIENT, server).uri())) {
                String head = "HTTP/1.1 " + status + "\r\nETag: \"1\"\r\n\r\n";
                for (int i = 0; i < 2; i++) {
                    client.send(GET_ON);
                    assertThat(client.read(head.length())).isEqualTo(head);
                }
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void interimAnswersAreNotPassedOn() throws Exception {
        RawServer server = keep(RawServer.answering("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + OK));
        assertThat(RawClient.exchange(balancer(PATIENT, server).uri(), GET)).isEqualTo(OK_CLOSE);
    }

    @Test
    void whoeverExpectsToContinueIsToldTo() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            connection.readHead();
            String body = connection.read(5);
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + body);
        }));
        try (RawClient client = new RawClient(balancer(PATIENT, server).uri())) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
            String go = "HTTP/1.1 100 Continue\r\n\r\n";
            assertThat(client.read(go.length())).isEqualTo(go);
            client.send("hello");
            String answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
            assertThat(client.read(answer.length())).isEqualTo(answer);
        }
        assertThat(server.heads().getFirst()).doesNotContain("Expect");
    }

    @Test
    void aRequestInChunksArrivesInChunks() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            connection.readHead();
            String body = connection.read("5\r\nhello\r\n0\r\n\r\n".length());
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }));
        String request = lines(
                "POST / HTTP/1.1",
                "Host: a",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "5",
                "hello",
                "0",
                "X-T: 1",
                "",
                "");
        assertThat(RawClient.exchange(balancer(PATIENT, server).uri(), request))
                .endsWith(lines("", "", "5", "hello", "0", "", ""));
        assertThat(server.heads().getFirst())
                .contains("Transfer-Encoding: chunked")
                .doesNotContain("Content-Length");
    }

    @Test
    void aServerThatHasReadEnoughMayAnswerAndClose() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            connection.readHead();
            connection.read(10);
            connection.send("HTTP/1.1 413 Payload Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig");
        }));
        try (RawClient client = new RawClient(balancer(PATIENT, server).uri())) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n0123456789");
            String answer = "HTTP/1.1 413 Payload Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig";
            assertThat(client.read(answer.length())).isEqualTo(answer);
        }
    }

    @Test
    void aServerThatResetsBeforeItHasReadAllIsABadGateway() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            connection.readHead();
            connection.reset();
        }));
        LoadBalancer balancer = balancer(PATIENT, server);
        assertThat(RawClient.exchange(balancer.uri(), GET))
                .satisfies(answer -> isError(answer, "502 Bad Gateway", 122));
        try (RawClient client = new RawClient(balancer.uri())) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n0123456789");
            assertThat(client.read(24)).isEqualTo("HTTP/1.1 502 Bad Gateway");
        }
        assertThat(balancer.failedRequests()).isEqualTo(2);
    }

    @Test
    void whatIsNotHttpIsABadGateway() throws Exception {
        for (String answer : List.of(
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n")) {
            RawServer server = keep(RawServer.answering(answer));
            assertThat(RawClient.exchange(balancer(PATIENT, server).uri(), GET))
                    .as(answer)
                    .satisfies(page -> isError(page, "502 Bad Gateway", 122));
        }
    }

    @Test
    void aServerThatClosesWithoutAnAnswerIsABadGateway() throws Exception {
        RawServer server = keep(RawServer.doing(RawServer.Connection::readHead));
        assertThat(RawClient.exchange(balancer(PATIENT, server).uri(), GET))
                .satisfies(answer -> isError(answer, "502 Bad Gateway", 122));
    }

    @Test
    void aServerThatStaysSilentIsAGatewayTimeout() throws Exception {
        RawServer server = keep(RawServer.doing(RawServer.Connection::staySilent));
        LoadBalancer balancer = balancer(IMPATIENT, server);
        assertThat(RawClient.exchange(balancer.uri(), GET))
                .satisfies(answer -> isError(answer, "504 Gateway Time-out", 132));
        try (RawClient client = new RawClient(balancer.uri())) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(client.read(29))
                    .isEqualTo("HTTP/1.1 504 Gateway Time-out".replace("Time-out", "Timeout") + "\r");
        }
    }

    @Test
    void anAnswerThatStopsInTheMiddleEndsTheConnection() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
            connection.staySilent();
        }));
        assertThat(RawClient.exchange(balancer(IMPATIENT, server).uri(), GET))
                .startsWith("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n")
                .doesNotContain("hello")
                .contains("\r\n\r\nhel");
    }

    @Test
    void aPortWhereNothingListensIsABadGateway() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        LoadBalancer balancer = keep(start(PATIENT));
        balancer.register(free);
        assertThat(RawClient.exchange(balancer.uri(), GET))
                .satisfies(answer -> isError(answer, "502 Bad Gateway", 122));
    }

    @Test
    void withoutAServerTheServiceIsUnavailable() throws Exception {
        LoadBalancer balancer = keep(start(PATIENT));
        String answer = RawClient.exchange(balancer.uri(), GET);
        isError(answer, "503 Service Temporarily Unavailable", 162);
        assertThat(answer.replaceFirst("Date: [^\r]*", "Date: D"))
                .isEqualTo(lines(
                        "HTTP/1.1 503 Service Unavailable",
                        "Server: awselb/2.0",
                        "Date: D",
                        "Content-Type: text/html",
                        "Content-Length: 162",
                        "Connection: close",
                        "",
                        "<html>",
                        "<head><title>503 Service Temporarily Unavailable</title></head>",
                        "<body>",
                        "<center><h1>503 Service Temporarily Unavailable</h1></center>",
                        "</body>",
                        "</html>",
                        ""));
    }

    @Test
    void aRequestThatCanBeUnderstoodInTwoWaysIsRefused() throws Exception {
        RawServer server = keep(RawServer.answering(OK));
        LoadBalancer balancer = balancer(PATIENT, server);
        for (String fields : List.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: +5\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Content-Length : 5\r\n",
                "no colon\r\n")) {
            assertThat(RawClient.exchange(
                            balancer.uri(), "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n0\r\n\r\nGET /smuggled"))
                    .as(fields)
                    .satisfies(answer -> isError(answer, "400 Bad Request", 122));
        }
        assertThat(server.heads()).isEmpty();
    }

    @Test
    void traceIsNotAllowed() throws Exception {
        RawServer server = keep(RawServer.answering(OK));
        assertThat(RawClient.exchange(
                        balancer(PATIENT, server).uri(), "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ");
    }

    @Test
    void aCallerThatStopsInTheMiddleIsToldSo() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            connection.readHead();
            connection.read(10);
        }));
        try (RawClient client = new RawClient(balancer(IMPATIENT, server).uri())) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
            assertThat(client.readAll()).satisfies(answer -> isError(answer, "408 Request Timeout", 132));
        }
    }

    @Test
    void serversTakeTurns() throws Exception {
        List<RawServer> servers =
                List.of(keep(RawServer.answering(OK)), keep(RawServer.answering(OK)), keep(RawServer.answering(OK)));
        LoadBalancer balancer = balancer(PATIENT, servers.toArray(RawServer[]::new));
        for (int i = 0; i < 6; i++) {
            RawClient.exchange(balancer.uri(), GET);
        }
        assertThat(servers).extracting(server -> server.heads().size()).containsExactly(2, 2, 2);
    }

    @Test
    void whoHasTheFewestRequestsGetsTheNext() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        RawServer busy = keep(RawServer.doing(connection -> {
            connection.readHead();
            done.await();
            connection.send(OK);
        }));
        RawServer idle = keep(RawServer.answering(OK));
        LoadBalancer balancer = balancer(
                new BalancerTerms(
                        Balancing.LEAST_OUTSTANDING,
                        PATIENT.healthChecks(),
                        PATIENT.idleTimeout(),
                        PATIENT.connectTimeout(),
                        Optional.empty()),
                busy,
                idle);
        try (RawClient first = new RawClient(balancer.uri())) {
            first.send(GET);
            waitUntil("the first is busy", () -> busy.heads().size() == 1);
            for (int i = 0; i < 4; i++) {
                assertThat(RawClient.exchange(balancer.uri(), GET)).isEqualTo(OK_CLOSE);
            }
            assertThat(idle.heads()).hasSize(4);
            done.countDown();
            assertThat(first.readAll()).isEqualTo(OK_CLOSE);
        }
    }

    @Test
    void theSurgeQueueHoldsWhatServersHaveNoTimeForAndRefusesTheRest() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        RawServer server = keep(RawServer.doing(connection -> {
            connection.readHead();
            done.await();
            connection.send(OK);
        }));
        LoadBalancer balancer = balancer(
                new BalancerTerms(
                        Balancing.LEAST_OUTSTANDING,
                        PATIENT.healthChecks(),
                        PATIENT.idleTimeout(),
                        PATIENT.connectTimeout(),
                        Optional.of(new SurgeQueue(1, 2))),
                server);
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RawClient client = keep(new RawClient(balancer.uri()));
            client.send(GET);
            clients.add(client);
            int sent = i + 1;
            waitUntil("it has arrived", () -> balancer.requests() == sent);
        }
        // One at the server, two in the queue.
        assertThat(RawClient.exchange(balancer.uri(), GET)).startsWith("HTTP/1.1 503 ");
        assertThat(server.heads()).hasSize(1);
        done.countDown();
        for (RawClient client : clients) {
            assertThat(client.readAll()).isEqualTo(OK_CLOSE);
        }
    }

    @Test
    void aServerThatFailsItsChecksGetsNothingUntilItPassesThemAgain() throws Exception {
        boolean[] well = {true};
        RawServer moody = keep(RawServer.doing(connection -> {
            while (connection.readHead().startsWith("GET /health ")) {
                connection.send(well[0] ? OK : "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n");
            }
            connection.send(OK);
        }));
        RawServer steady = keep(RawServer.answering(OK));
        LoadBalancer balancer = balancer(IMPATIENT, moody, steady);
        well[0] = false;
        waitUntil("two checks have failed", () -> log.size() == 1);
        assertThat(log.getFirst())
                .isEqualTo("the server on port " + moody.port()
                        + " is unhealthy: at GET /health it answered \"HTTP/1.1 500\"");
        for (int i = 0; i < 4; i++) {
            RawClient.exchange(balancer.uri(), GET);
        }
        assertThat(moody.heads()).noneMatch(head -> head.startsWith("GET /a "));
        well[0] = true;
        waitUntil("two checks have passed", () -> log.size() == 2);
        assertThat(log.getLast()).isEqualTo("the server on port " + moody.port() + " is healthy again");
        for (int i = 0; i < 4; i++) {
            RawClient.exchange(balancer.uri(), GET);
        }
        assertThat(moody.heads()).anyMatch(head -> head.startsWith("GET /a "));
    }

    @Test
    void whenAllAreUnhealthyAllGetSome() throws Exception {
        RawServer server = keep(RawServer.doing(connection -> {
            connection.send(
                    connection.readHead().startsWith("GET /health ")
                            ? "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"
                            : OK);
        }));
        LoadBalancer balancer = balancer(IMPATIENT, server);
        waitUntil("it is unhealthy", () -> log.size() == 1);
        assertThat(RawClient.exchange(balancer.uri(), GET)).isEqualTo(OK_CLOSE);
    }

    @Test
    void aServerThatIsTakenOutFinishesWhatItHasAndGetsNoMore() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        RawServer leaving = keep(RawServer.doing(connection -> {
            connection.readHead();
            done.await();
            connection.send(OK);
        }));
        LoadBalancer balancer = keep(start(PATIENT));
        Target target = balancer.register(leaving.port());
        try (RawClient client = new RawClient(balancer.uri())) {
            client.send(GET);
            waitUntil("it is there", () -> leaving.heads().size() == 1);
            Thread out = Thread.ofVirtual().start(() -> {
                try {
                    balancer.deregister(target, Duration.ofSeconds(20));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            // Not before, for it would get the next one too, and keep it.
            waitUntil("it is waited for", () -> out.getState() == Thread.State.TIMED_WAITING);
            assertThat(RawClient.exchange(balancer.uri(), GET)).contains(" 503 ");
            done.countDown();
            assertThat(client.readAll()).isEqualTo(OK_CLOSE);
            out.join();
        }
    }

    @Test
    void whatIsNotFinishedWhenTheDelayIsOverIsABadGateway() throws Exception {
        RawServer slow = keep(RawServer.doing(connection -> {
            connection.readHead();
            connection.staySilent();
        }));
        LoadBalancer balancer = keep(start(PATIENT));
        Target target = balancer.register(slow.port());
        try (RawClient client = new RawClient(balancer.uri())) {
            client.send(GET);
            waitUntil("it is there", () -> slow.heads().size() == 1);
            balancer.deregister(target, Duration.ofMillis(50));
            assertThat(client.readAll()).satisfies(answer -> isError(answer, "502 Bad Gateway", 122));
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            LoadBalancer.start(taken.getLocalPort(), PATIENT, new HealthCheck("/health"), log::add))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be listened on"
                            + " (Address already in use); accepted is one that is free, or 0 for any");
        }
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    private static void isError(String answer, String title, int length) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + title.substring(0, 3) + " ")
                .contains("\r\nServer: awselb/2.0\r\n")
                .contains("\r\nContent-Type: text/html\r\n")
                .contains("\r\nContent-Length: " + length + "\r\n");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(length);
    }

    private LoadBalancer start(BalancerTerms terms) throws IOException {
        return LoadBalancer.start(0, terms, new HealthCheck("/health"), log::add);
    }

    private LoadBalancer balancer(BalancerTerms terms, RawServer... servers) throws IOException {
        LoadBalancer balancer = keep(start(terms));
        for (RawServer server : servers) {
            balancer.register(server.port());
        }
        return balancer;
    }

    private <T extends AutoCloseable> T keep(T one) {
        opened.add(one);
        return one;
    }
}
