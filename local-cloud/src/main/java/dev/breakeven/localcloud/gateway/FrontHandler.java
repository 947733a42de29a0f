package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.Answer;
import dev.breakeven.localcloud.function.TokenBucket;
import dev.breakeven.localcloud.http.BodyReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** A front over HTTP: it counts, throttles, limits and stops waiting as the real one does, and nothing in it blocks. */
final class FrontHandler extends Handler.Abstract.NonBlocking {

    private static final String TRACE_ID = "X-Amzn-Trace-Id";

    private final Front front;
    private final FrontLimits limits;
    private final Function<byte[], CompletableFuture<Answer>> function;
    private final Traffic traffic;
    private final Optional<TokenBucket> bucket;

    FrontHandler(
            Front front, FrontLimits limits, Function<byte[], CompletableFuture<Answer>> function, Traffic traffic) {
        this.front = front;
        this.limits = limits;
        this.function = function;
        this.traffic = traffic;
        this.bucket = limits.rate().map(rate -> new TokenBucket(rate.perSecond(), rate.burst(), System::nanoTime));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        traffic.request();
        boolean throttled = bucket.isPresent() && !bucket.get().take();
        var unused = BodyReader.read(request, limits.requestBytesMax()).whenComplete((body, failure) -> {
            if (failure != null) {
                callback.failed(failure); // The caller has given up.
                return;
            }
            Call call = new Call(callerRequest(request, body.orElse(new byte[0])), response, callback);
            if (throttled) {
                call.fail(Failure.FRONT_THROTTLED);
            } else if (body.isEmpty()) {
                call.fail(Failure.REQUEST_TOO_LARGE);
            } else {
                call.run(request.getComponents().getScheduler());
            }
        });
        return true;
    }

    /** One request on its way, which is answered once, whoever comes first. */
    private final class Call {

        private final CallerRequest request;
        private final Response response;
        private final Callback callback;
        private final AtomicBoolean answered = new AtomicBoolean();

        Call(CallerRequest request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        void run(Scheduler scheduler) {
            traffic.body(request.body().length);
            byte[] event = front.event(request);
            if (event.length > limits.eventBytesMax()) {
                fail(Failure.EVENT_TOO_LARGE);
                return;
            }
            CompletableFuture<Answer> answer = function.apply(event);
            if (limits.timeout().isPresent() && !answer.isDone()) {
                Scheduler.Task timer = scheduler.schedule(
                        () -> fail(Failure.FRONT_TIMEOUT),
                        limits.timeout().get().toMillis(),
                        TimeUnit.MILLISECONDS);
                answer = answer.whenComplete((result, failure) -> timer.cancel());
            }
            var unused = answer.whenComplete((result, failure) -> {
                if (failure != null) {
                    callback.failed(failure);
                } else {
                    respond(front.response(request, result));
                }
            });
        }

        void fail(Failure failure) {
            respond(front.failure(request, failure));
        }

        private void respond(CallerResponse answer) {
            if (!answered.compareAndSet(false, true)) {
                return;
            }
            traffic.response(answer);
            response.setStatus(answer.status());
            HttpFields.Mutable headers = response.getHeaders();
            for (HttpHeader header : answer.headers()) {
                headers.add(new HttpField(header.name(), header.value()));
            }
            boolean hasBody = answer.status() != 204 && answer.status() != 304;
            byte[] body = hasBody ? answer.body() : new byte[0];
            if (hasBody) {
                headers.put("Content-Length", Integer.toString(body.length));
            }
            response.write(true, ByteBuffer.wrap(body), callback);
        }
    }

    private static CallerRequest callerRequest(Request request, byte[] body) {
        List<HttpHeader> headers = new ArrayList<>();
        boolean traced = false;
        for (HttpField field : request.getHeaders()) {
            headers.add(new HttpHeader(field.getName(), field.getValue() == null ? "" : field.getValue()));
            traced |= field.is(TRACE_ID);
        }
        if (!traced) {
            headers.add(new HttpHeader(TRACE_ID, TraceRoot.next()));
        }
        String path = request.getHttpURI().getPath();
        String query = request.getHttpURI().getQuery();
        return new CallerRequest(
                request.getMethod(),
                path == null || !path.startsWith("/") ? "/" : path,
                query == null ? "" : query,
                headers,
                body,
                Request.getRemoteAddr(request),
                UUID.randomUUID().toString());
    }
}
