package dev.breakeven.localcloud.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {

    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:test";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RuntimeApis apis = RuntimeApis.start();
    private final RuntimeApi api = new RuntimeApi(apis, ARN, request -> true);

    RuntimeApiTest() throws IOException {}

    @AfterEach
    void close() {
        api.close();
        apis.close();
        client.close();
    }

    @Test
    void nextTellsAllThatARuntimeNeeds() throws Exception {
        Instant before = Instant.now();
        PendingInvocation pending = submit("the event");
        HttpResponse<String> next = next();
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.body()).isEqualTo("the event");
        assertThat(next.headers().firstValue("Lambda-Runtime-Aws-Request-Id")).contains(pending.requestId());
        assertThat(next.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn"))
                .contains(ARN);
        assertThat(next.headers().firstValue("Lambda-Runtime-Trace-Id").orElseThrow())
                .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0");
        assertThat(next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow())
                .isBetween(
                        before.plus(TIMEOUT).toEpochMilli(),
                        Instant.now().plus(TIMEOUT).toEpochMilli());
    }

    @Test
    void nextWaitsUntilThereIsAnEvent() throws Exception {
        CompletableFuture<HttpResponse<String>> next = nextLater();
        assertThat(api.init().join()).isInstanceOf(Init.Done.class);
        assertThat(next).isNotDone();
        submit("at last");
        assertThat(next.join().body()).isEqualTo("at last");
    }

    @Test
    void aResponseIsTakenWith202AndEndsTheInvocation() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        assertThat(post("invocation/" + pending.requestId() + "/response", "result")
                        .statusCode())
                .isEqualTo(202);
        assertThat(pending.answer().join()).isEqualTo(new Answer.Payload("result".getBytes(UTF_8)));
    }

    @Test
    void aResponseMayComeInChunks() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        BodyPublisher chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("in chunks".getBytes(UTF_8)));
        assertThat(post("invocation/" + pending.requestId() + "/response", chunked)
                        .statusCode())
                .isEqualTo(202);
        assertThat(pending.answer().join()).isEqualTo(new Answer.Payload("in chunks".getBytes(UTF_8)));
    }

    @Test
    void anEventMayBeEmpty() throws Exception {
        submit("");
        assertThat(next().body()).isEmpty();
    }

    @Test
    void anErrorEndsTheInvocationWithItsType() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        HttpResponse<String> answer = client.send(
                request("invocation/" + pending.requestId() + "/error")
                        .header("lambda-runtime-function-error-type", "com.example.Broken")
                        .POST(BodyPublishers.ofString("{\"errorMessage\":\"broken\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(pending.answer().join())
                .isEqualTo(new Answer.FunctionError("com.example.Broken", "{\"errorMessage\":\"broken\"}"));
    }

    @Test
    void aSecondAnswerIsRefusedAndChangesNothing() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        post("invocation/" + pending.requestId() + "/response", "first");
        HttpResponse<String> second = post("invocation/" + pending.requestId() + "/response", "second");
        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(second.body()).contains("\"errorType\":\"InvalidStateTransition\"");
        assertThat(pending.answer().join()).isEqualTo(new Answer.Payload("first".getBytes(UTF_8)));
    }

    @Test
    void anUnknownIdIsRefused() throws Exception {
        submit("event");
        next();
        HttpResponse<String> answer = post("invocation/00000000-0000-0000-0000-000000000000/response", "result");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"errorType\":\"InvalidRequestID\"");
    }

    @Test
    void anIdThatWasNeverHandedOutIsUnknown() throws Exception {
        PendingInvocation pending = submit("event");
        assertThat(post("invocation/" + pending.requestId() + "/response", "guessed")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theLargestResponseIsTaken() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        assertThat(post("invocation/" + pending.requestId() + "/response", "x".repeat(6_291_556))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aByteMoreIsRefusedAndFailsTheInvocation() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        assertThat(post("invocation/" + pending.requestId() + "/response", "x".repeat(6_291_557))
                        .statusCode())
                .isEqualTo(413);
        assertThat(pending.answer().join())
                .isEqualTo(new Answer.FunctionError(
                        "Function.ResponseSizeTooLarge",
                        "{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size"
                                + " (6291556 bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}"));
    }

    @Test
    void anErrorInInitIsToldOnce() throws Exception {
        assertThat(post("init/error", "{}").statusCode()).isEqualTo(202);
        assertThat(post("init/error", "{}").statusCode()).isEqualTo(403);
        assertThat(api.init().join()).isEqualTo(new Init.Failed(new Answer.FunctionError("Unhandled", "{}")));
    }

    @Test
    void nextBeforeAnAnswerIsRefused() throws Exception {
        submit("event");
        next();
        assertThat(next().statusCode()).isEqualTo(403);
    }

    @Test
    void ofTwoThatWaitTheNewerGetsTheEvent() throws Exception {
        CompletableFuture<HttpResponse<String>> older = nextLater();
        api.init().join();
        CompletableFuture<HttpResponse<String>> newer = nextLater();
        assertThat(older.join().statusCode()).isEqualTo(403);
        submit("event");
        assertThat(newer.join().body()).isEqualTo("event");
    }

    @Test
    void anEndedEnvironmentEndsWhatItWasDoing() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        api.end(LambdaErrors.exited(1));
        assertThat(pending.answer().join())
                .isEqualTo(new Answer.FunctionError(
                        "Runtime.ExitError",
                        "{\"errorMessage\":\"Runtime exited with error: exit status 1\","
                                + "\"errorType\":\"Runtime.ExitError\"}"));
    }

    @Test
    void aResponseMayComeInChunksWithTrailersAndOddHeaderNames() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        assertThat(raw("POST /2018-06-01/runtime/invocation/" + pending.requestId() + "/response HTTP/1.1\r\n"
                        + "hOST: " + api.address() + "\r\ntransfer-ENCODING: chunked\r\ntrailer: X-Checksum\r\n\r\n"
                        + "3\r\nin \r\n6\r\npieces\r\n0\r\nX-Checksum: 7\r\n\r\n"))
                .startsWith("HTTP/1.1 202 ");
        assertThat(pending.answer().join()).isEqualTo(new Answer.Payload("in pieces".getBytes(UTF_8)));
    }

    @Test
    void aStreamThatBreaksOffSaysSoInItsTrailers() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        raw("POST /2018-06-01/runtime/invocation/" + pending.requestId() + "/response HTTP/1.1\r\n"
                + "Host: " + api.address() + "\r\nTransfer-Encoding: chunked\r\n"
                + "Lambda-Runtime-Function-Response-Mode: streaming\r\n\r\n3\r\nin \r\n0\r\n"
                + "Lambda-Runtime-Function-Error-Type: Broken\r\nLambda-Runtime-Function-Error-Body: e30=\r\n\r\n");
        assertThat(pending.answer().join()).isEqualTo(new Answer.FunctionError("Broken", "e30="));
    }

    @Test
    void aStreamIsKnownByItsMode() throws Exception {
        PendingInvocation pending = submit("event");
        next();
        client.send(
                request("invocation/" + pending.requestId() + "/response")
                        .header("Lambda-Runtime-Function-Response-Mode", "streaming")
                        .header("Content-Type", Answer.Stream.HTTP_INTEGRATION)
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(pending.answer().join())
                .isEqualTo(new Answer.Stream(Answer.Stream.HTTP_INTEGRATION, "{}".getBytes(UTF_8)));
    }

    @Test
    void namesOfHeadersAreSentAsTheyAreDocumented() throws Exception {
        submit("event");
        assertThat(raw("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: " + api.address() + "\r\n\r\n"))
                .contains("\r\nLambda-Runtime-Aws-Request-Id: ", "\r\nLambda-Runtime-Deadline-Ms: ");
    }

    @Test
    void whoIsNotAdmittedGetsNothing() throws Exception {
        try (RuntimeApi others = new RuntimeApi(apis, ARN, request -> false)) {
            PendingInvocation pending = others.submit("secret".getBytes(UTF_8), TIMEOUT);
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://" + others.address() + "/2018-06-01/runtime/invocation/next"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(pending.isHandedOut()).isFalse();
        }
    }

    /** Sends this as it is, and returns what comes in one piece. */
    private String raw(String request) throws IOException {
        URI uri = URI.create("http://" + api.address());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            byte[] answer = new byte[8192];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), UTF_8);
        }
    }

    @Test
    void anythingElseIsNotFound() throws Exception {
        assertThat(post("restore/next", "").statusCode()).isEqualTo(404);
    }

    private PendingInvocation submit(String event) {
        return api.submit(event.getBytes(UTF_8), TIMEOUT);
    }

    private HttpResponse<String> next() throws Exception {
        return client.send(request("invocation/next").build(), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> nextLater() {
        return client.sendAsync(request("invocation/next").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String call, String body) throws Exception {
        return post(call, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> post(String call, BodyPublisher body) throws Exception {
        return client.send(request(call).POST(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String call) {
        return HttpRequest.newBuilder(URI.create("http://" + api.address() + "/2018-06-01/runtime/" + call));
    }
}
