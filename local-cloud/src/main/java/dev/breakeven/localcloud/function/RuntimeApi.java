package dev.breakeven.localcloud.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API of 2018-06-01 for one execution environment, on loopback: {@code next}, {@code response}, {@code error}
 * and {@code init/error}. Each environment has an API of its own, for in a shared queue the {@code next} that a dead process
 * left waiting would swallow another's event. The statuses are those that runtimes have been seen to rely on. Streamed
 * responses are left out.
 */
final class RuntimeApi implements AutoCloseable {

    /** The largest response that Lambda takes: 6 MB and 100 bytes. */
    static final int PAYLOAD_BYTES_MAX = 6_291_556;

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String INVOCATION = ROOT + "invocation/";
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

    static {
        // Read by the first HTTP server of a JVM, for good. With Nagle's algorithm a warm call takes 87 ms instead of
        // 0.7.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String functionArn;
    private final HttpServer server;
    private final ExecutorService threads;
    private final CompletableFuture<Init> init = new CompletableFuture<>();

    private final Object turn = new Object();
    private @Nullable PendingInvocation current;
    private long newestNext;
    private boolean ended;

    /** Listens from here on: a runtime that finds the port closed gives up at once. */
    RuntimeApi(String functionArn) throws IOException {
        this.functionArn = functionArn;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("runtime-api-", 0).factory());
        server.setExecutor(threads);
        server.createContext(ROOT, this::answer);
        server.start();
    }

    /** What the runtime finds in {@code AWS_LAMBDA_RUNTIME_API}: host and port, without a scheme. */
    String address() {
        InetSocketAddress address = server.getAddress();
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Completes when the environment asks for its first event, or will not any more. */
    CompletableFuture<Init> init() {
        return init;
    }

    /** Hands an event to the environment, now or as soon as it asks; it takes one at a time. */
    PendingInvocation submit(byte[] event, Duration timeout) {
        PendingInvocation pending = new PendingInvocation(event, Instant.now().plus(timeout));
        synchronized (turn) {
            if (ended || (current != null && !current.answer().isDone())) {
                throw new IllegalStateException("This execution environment has ended, or has not answered yet");
            }
            current = pending;
            turn.notifyAll();
        }
        return pending;
    }

    /** Ends whatever is waited for, init or an invocation; what had ended before stays as it was. */
    void end(Answer.FunctionError error) {
        init.complete(new Init.Failed(error));
        synchronized (turn) {
            ended = true;
            if (current != null) {
                current.end(error);
            }
            turn.notifyAll();
        }
    }

    @Override
    public void close() {
        end(LambdaErrors.error("Runtime.Closed", "The execution environment was shut down"));
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            if (call.equals("GET " + INVOCATION + "next")) {
                next(exchange);
            } else if (call.equals("POST " + ROOT + "init/error")) {
                initError(exchange);
            } else if (call.startsWith("POST " + INVOCATION) && call.endsWith("/response")) {
                response(exchange, requestId(call));
            } else if (call.startsWith("POST " + INVOCATION) && call.endsWith("/error")) {
                error(exchange, requestId(call));
            } else {
                refuse(exchange, 404, "NotFound", "The Runtime API has no " + call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The environment is being closed, and its process with it.
        }
    }

    private static String requestId(String call) {
        String idAndWord = call.substring(("POST " + INVOCATION).length());
        return idAndWord.substring(0, idAndWord.indexOf('/'));
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        init.complete(new Init.Done(System.nanoTime()));
        PendingInvocation invocation = await();
        if (invocation == null) {
            refuse(exchange, 403, "InvalidStateTransition", "There is no next event for this call");
            return;
        }
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(invocation.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Lambda-Runtime-Trace-Id", TraceId.next(Instant.now()));
        send(exchange, 200, invocation.event());
    }

    /** The next event, however long it takes; nothing if it went to a newer call, or one is still to be answered. */
    private @Nullable PendingInvocation await() throws InterruptedException {
        synchronized (turn) {
            long mine = ++newestNext;
            turn.notifyAll();
            if (current != null && current.isHandedOut() && !current.answer().isDone()) {
                return null;
            }
            // A runtime that lost its connection asks again; only its newest call is still listened to.
            while (!ended && mine == newestNext && (current == null || current.isHandedOut())) {
                turn.wait();
            }
            if (ended || mine != newestNext || current == null) {
                return null;
            }
            current.handOut();
            return current;
        }
    }

    private void response(HttpExchange exchange, String requestId) throws IOException {
        byte @Nullable [] payload = payload(exchange);
        if (payload == null) {
            end(exchange, requestId, LambdaErrors.responseTooLarge(), 413);
        } else {
            end(exchange, requestId, new Answer.Payload(payload), 202);
        }
    }

    private void error(HttpExchange exchange, String requestId) throws IOException {
        byte @Nullable [] document = payload(exchange);
        if (document == null) {
            end(exchange, requestId, LambdaErrors.responseTooLarge(), 413);
        } else {
            end(exchange, requestId, functionError(exchange, document), 202);
        }
    }

    private void initError(HttpExchange exchange) throws IOException {
        byte @Nullable [] document = payload(exchange);
        Answer.FunctionError error =
                document == null ? LambdaErrors.responseTooLarge() : functionError(exchange, document);
        boolean first = init.complete(new Init.Failed(error));
        if (first) {
            accept(exchange);
        } else {
            refuse(exchange, 403, "InvalidStateTransition", "Init has ended");
        }
    }

    private static Answer.FunctionError functionError(HttpExchange exchange, byte[] document) {
        String type = exchange.getRequestHeaders().getFirst(ERROR_TYPE);
        return new Answer.FunctionError(type == null ? "Unhandled" : type, new String(document, UTF_8));
    }

    private void end(HttpExchange exchange, String requestId, Answer answer, int status) throws IOException {
        @Nullable PendingInvocation invocation;
        synchronized (turn) {
            invocation = current;
        }
        if (invocation == null
                || !invocation.isHandedOut()
                || !invocation.requestId().equals(requestId)) {
            refuse(exchange, 400, "InvalidRequestID", "Invalid request ID");
        } else if (!invocation.end(answer)) {
            refuse(exchange, 403, "InvalidStateTransition", "This invocation has been answered");
        } else if (status == 413) {
            refuse(
                    exchange,
                    413,
                    "RequestEntityTooLarge",
                    "Exceeded maximum allowed payload size (" + PAYLOAD_BYTES_MAX + " bytes).");
        } else {
            accept(exchange);
        }
    }

    /** The body, or nothing if it is too large: then the rest is read all the same, or the client would not see why. */
    private static byte @Nullable [] payload(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        byte[] payload = body.readNBytes(PAYLOAD_BYTES_MAX + 1);
        if (payload.length <= PAYLOAD_BYTES_MAX) {
            return payload;
        }
        body.transferTo(OutputStream.nullOutputStream());
        return null;
    }

    private static void accept(HttpExchange exchange) throws IOException {
        send(exchange, 202, "{\"status\":\"OK\"}\n".getBytes(UTF_8));
    }

    private static void refuse(HttpExchange exchange, int status, String type, String message) throws IOException {
        send(exchange, status, LambdaErrors.document(type, message).getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
