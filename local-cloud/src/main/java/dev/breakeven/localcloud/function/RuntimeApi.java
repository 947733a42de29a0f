package dev.breakeven.localcloud.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.localcloud.http.BodyReader;
import dev.breakeven.localcloud.http.Loopback;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API of 2018-06-01 for one execution environment, on loopback: {@code next}, {@code response}, {@code error}
 * and {@code init/error}. Each environment has an API of its own, for in a shared queue the {@code next} that a dead process
 * left waiting would swallow another's event. The statuses are those that runtimes have been seen to rely on. Whoever hands in
 * an event sends it himself to a {@code next} that waits, and no thread waits with it.
 */
final class RuntimeApi implements AutoCloseable {

    /** The largest response that Lambda takes: 6 MB and 100 bytes. */
    static final int PAYLOAD_BYTES_MAX = 6_291_556;

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String INVOCATION = ROOT + "invocation/";
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
    private static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";
    private static final String RESPONSE_MODE = "Lambda-Runtime-Function-Response-Mode";

    private final String functionArn;
    private final Predicate<Request> admission;
    private final ServerConnector connector;
    private final CompletableFuture<Init> init = new CompletableFuture<>();

    private final Object turn = new Object();
    private @Nullable PendingInvocation current;
    private @Nullable Exchange waiting;
    private boolean ended;

    /** Listens from here on: a runtime that finds the port closed gives up at once. */
    RuntimeApi(RuntimeApis apis, String functionArn, Predicate<Request> admission) throws IOException {
        this.functionArn = functionArn;
        this.admission = admission;
        this.connector = apis.connect(this);
    }

    /** What the runtime finds in {@code AWS_LAMBDA_RUNTIME_API}: host and port, without a scheme. */
    String address() {
        return connector.getHost() + ":" + connector.getLocalPort();
    }

    /** Completes when the environment asks for its first event, or will not any more. */
    CompletableFuture<Init> init() {
        return init;
    }

    /**
     * Hands an event to the environment, now or as soon as it asks; it takes one at a time. If the environment has ended, then
     * so has the invocation.
     */
    PendingInvocation submit(byte[] event, Duration timeout) {
        PendingInvocation pending = new PendingInvocation(event, Instant.now().plus(timeout));
        submit(pending);
        return pending;
    }

    void submit(PendingInvocation pending) {
        @Nullable Exchange next;
        synchronized (turn) {
            if (current != null && !current.answer().isDone() && !ended) {
                throw new IllegalStateException("This execution environment has not answered yet");
            }
            current = pending;
            next = waiting;
            waiting = null;
            if (next != null) {
                pending.handOut();
            }
        }
        if (next != null) {
            send(next, pending);
        } else if (hasEnded()) {
            pending.end(LambdaErrors.error("Runtime.Closed", "The execution environment has ended"));
            pending.settle();
        }
    }

    /** Ends whatever is waited for, init or an invocation; what had ended before stays as it was. */
    void end(Answer.FunctionError error) {
        @Nullable PendingInvocation last;
        synchronized (turn) {
            ended = true;
            waiting = null;
            last = current;
        }
        init.complete(new Init.Failed(error));
        if (last != null) {
            last.end(error);
            last.settle();
        }
    }

    @Override
    public void close() {
        end(LambdaErrors.error("Runtime.Closed", "The execution environment was shut down"));
        Loopback.stop(connector);
    }

    private boolean hasEnded() {
        synchronized (turn) {
            return ended;
        }
    }

    void handle(Exchange exchange) {
        String call = exchange.call();
        if (!admission.test(exchange.request())) {
            exchange.refuse(403, "Forbidden", "This Runtime API is another execution environment's");
        } else if (call.equals("GET " + INVOCATION + "next")) {
            next(exchange);
        } else if (call.equals("POST " + ROOT + "init/error")) {
            read(exchange, body -> initError(exchange, body));
        } else if (call.startsWith("POST " + INVOCATION) && call.endsWith("/response")) {
            read(exchange, body -> end(exchange, requestId(call), response(exchange, body)));
        } else if (call.startsWith("POST " + INVOCATION) && call.endsWith("/error")) {
            read(exchange, body -> end(exchange, requestId(call), functionError(exchange, body)));
        } else {
            exchange.refuse(404, "NotFound", "The Runtime API has no " + call);
        }
    }

    private static String requestId(String call) {
        String idAndWord = call.substring(("POST " + INVOCATION).length());
        return idAndWord.substring(0, Math.max(0, idAndWord.indexOf('/')));
    }

    private void next(Exchange exchange) {
        init.complete(new Init.Done(System.nanoTime()));
        @Nullable PendingInvocation answered = null;
        @Nullable PendingInvocation due = null;
        @Nullable Exchange refused = null;
        synchronized (turn) {
            if (ended
                    || (current != null
                            && current.isHandedOut()
                            && !current.answer().isDone())) {
                refused = exchange;
            } else if (current != null
                    && !current.isHandedOut()
                    && !current.answer().isDone()) {
                due = current;
                due.handOut();
            } else {
                // A runtime that lost its connection asks again; only its newest call is still listened to.
                refused = waiting;
                waiting = exchange;
                answered = current;
            }
        }
        if (refused != null) {
            refused.refuse(403, "InvalidStateTransition", "There is no next event for this call");
        }
        if (due != null) {
            send(exchange, due);
        }
        if (answered != null) {
            answered.settle();
        }
    }

    private void send(Exchange next, PendingInvocation invocation) {
        HttpFields.Mutable headers = next.response().getHeaders();
        headers.put("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.put(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(invocation.deadline().toEpochMilli()));
        headers.put("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.put("Lambda-Runtime-Trace-Id", TraceId.next(Instant.now()));
        next.send(200, invocation.event());
    }

    private void initError(Exchange exchange, Optional<byte[]> body) {
        Answer.FunctionError error = functionError(exchange, body);
        boolean first = init.complete(new Init.Failed(error));
        @Nullable PendingInvocation pending;
        synchronized (turn) {
            pending = current;
        }
        // An event that is waiting for this init has nobody left to take it.
        boolean retry = pending != null && !pending.isHandedOut() && pending.end(error);
        if (first || retry) {
            exchange.accept();
        } else {
            exchange.refuse(403, "InvalidStateTransition", "Init has ended");
        }
    }

    private static Answer response(Exchange exchange, Optional<byte[]> body) {
        if (body.isEmpty()) {
            return LambdaErrors.responseTooLarge();
        }
        if (!"streaming".equalsIgnoreCase(exchange.header(RESPONSE_MODE))) {
            return new Answer.Payload(body.get());
        }
        @Nullable String failed = exchange.trailer(ERROR_TYPE);
        if (failed != null) {
            return new Answer.FunctionError(failed, String.valueOf(exchange.trailer(ERROR_BODY)));
        }
        return new Answer.Stream(String.valueOf(exchange.header("Content-Type")), body.get());
    }

    private static Answer.FunctionError functionError(Exchange exchange, Optional<byte[]> body) {
        @Nullable String type = exchange.header(ERROR_TYPE);
        return body.map(document ->
                        new Answer.FunctionError(type == null ? "Unhandled" : type, new String(document, UTF_8)))
                .orElseGet(LambdaErrors::responseTooLarge);
    }

    private void end(Exchange exchange, String requestId, Answer answer) {
        @Nullable PendingInvocation invocation;
        synchronized (turn) {
            invocation = current;
        }
        if (invocation == null
                || !invocation.isHandedOut()
                || !invocation.requestId().equals(requestId)) {
            exchange.refuse(400, "InvalidRequestID", "Invalid request ID");
        } else if (!invocation.end(answer)) {
            exchange.refuse(403, "InvalidStateTransition", "This invocation has been answered");
        } else if (answer.equals(LambdaErrors.responseTooLarge())) {
            exchange.refuse(
                    413,
                    "RequestEntityTooLarge",
                    "Exceeded maximum allowed payload size (" + PAYLOAD_BYTES_MAX + " bytes).");
        } else {
            exchange.accept();
        }
    }

    @FunctionalInterface
    private interface BodyTaker {
        void take(Optional<byte[]> body);
    }

    private static void read(Exchange exchange, BodyTaker taker) {
        var unused = BodyReader.read(exchange.request(), PAYLOAD_BYTES_MAX).whenComplete((body, failure) -> {
            if (failure != null) {
                exchange.callback().failed(failure); // It broke off: nothing has been answered.
            } else {
                taker.take(body);
            }
        });
    }
}
