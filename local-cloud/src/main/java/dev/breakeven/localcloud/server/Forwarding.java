package dev.breakeven.localcloud.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to one server and the answer on its way back, each passed on as it arrives.
 *
 * <p>A part of the answer is held back until more follows, so that a short answer leaves in one piece, and so that a server that
 * fails before it has sent any of the body can still be answered for.
 */
final class Forwarding implements AnswerReader.Recipient {

    private final Request request;
    private final Response response;
    private final RequestBody body;
    private final boolean closing;
    private @Nullable ByteBuffer held;
    private @Nullable HttpFields trailers;
    private boolean answered;
    private boolean committed;

    Forwarding(Request request, Response response, RequestBody body, boolean closing) {
        this.request = request;
        this.response = response;
        this.body = body;
        this.closing = closing;
    }

    /** Some of the answer is on its way to the caller, so that nothing else can be said any more. */
    boolean isCommitted() {
        return committed;
    }

    /**
     * Sends the request and passes the answer on, all but its end.
     *
     * @throws ServerFailure if the server fails
     * @throws IOException if the caller does
     */
    void over(ServerConnection connection, Target target, Duration idleTimeout) throws IOException {
        boolean keep = false;
        boolean silence = false;
        try {
            sendHead(connection);
            if (!body.isEmpty()) {
                body.startSending(connection);
            }
            AnswerReader reader = new AnswerReader(HttpMethod.HEAD.is(request.getMethod()), this);
            connection.readInto(reader, idleTimeout, target::sent);
            keep = reader.isPersistent() && !connection.hasMore() && body.isSent();
        } catch (ServerFailure failure) {
            silence = failure.error() == BalancerError.GATEWAY_TIMEOUT;
            throw failure;
        } finally {
            target.release(connection, keep);
            body.endSending(silence);
        }
    }

    private void sendHead(ServerConnection connection) throws ServerFailure {
        String head = ForwardedHead.ofRequest(request, Request.getLocalPort(request), body.isChunked());
        try {
            connection.write(ByteBuffer.wrap(head.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new ServerFailure(BalancerError.BAD_GATEWAY, e);
        }
    }

    @Override
    public void head(int status, HttpFields fields) {
        response.reset();
        response.setStatus(status);
        response.getHeaders().add(ForwardedHead.ofAnswer(fields));
        if (closing || !body.isRead()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        if (!response.getHeaders().contains(HttpHeader.CONTENT_LENGTH) && mayHaveTrailers()) {
            response.setTrailersSupplier(() -> trailers);
        }
        answered = true;
    }

    private boolean mayHaveTrailers() {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
                && !HttpMethod.HEAD.is(request.getMethod())
                && response.getStatus() != 204
                && response.getStatus() != 304;
    }

    /** An answer has begun; it may not have reached the caller. */
    boolean hasAnswer() {
        return answered;
    }

    @Override
    public void body(ByteBuffer part) throws IOException {
        pause();
        held = part;
    }

    @Override
    public void end(HttpFields trailers) {
        this.trailers = trailers.size() == 0 ? null : trailers;
        if (held != null) {
            // It is the connection's, which the next request will have.
            held = BufferUtil.copy(held);
        }
    }

    /**
     * Passes on what has been held back of a whole answer; to be called when the server is free again, so that whoever has its
     * answer finds it so.
     *
     * @throws IOException if the caller fails
     */
    void finish() throws IOException {
        if (!response.getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
            // Apart from the end, or the library would give the answer a length.
            write(false);
        }
        write(true);
    }

    @Override
    public void pause() throws IOException {
        if (held != null) {
            write(false);
        }
    }

    private void write(boolean last) throws IOException {
        ByteBuffer part = held == null ? ByteBuffer.allocate(0) : held;
        held = null;
        committed = true;
        Content.Sink.write(response, last, part);
    }
}
