package dev.breakeven.localcloud.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One call of the Runtime API, which may be answered later, from any thread. */
record Exchange(Request request, Response response, Callback callback) {

    /** Method and path, as in {@code GET /2018-06-01/runtime/invocation/next}. */
    String call() {
        return request.getMethod() + " " + request.getHttpURI().getPath();
    }

    @Nullable
    String header(String name) {
        return request.getHeaders().get(name);
    }

    /** What followed a body that came in chunks; known once the body has been read. */
    @Nullable
    String trailer(String name) {
        HttpFields trailers = request.getTrailers();
        return trailers == null ? null : trailers.get(name);
    }

    void accept() {
        send(202, "{\"status\":\"OK\"}\n".getBytes(UTF_8));
    }

    void refuse(int status, String type, String message) {
        send(status, LambdaErrors.document(type, message).getBytes(UTF_8));
    }

    void send(int status, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
