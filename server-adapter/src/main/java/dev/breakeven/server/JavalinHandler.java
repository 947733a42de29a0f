package dev.breakeven.server;

import dev.breakeven.core.CrossOrigin;
import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Problem;
import dev.breakeven.core.Query;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Javalin's context ⇄ the core's request and response. It works on what lies beneath the context, which would take a method
 * from {@code X-HTTP-Method-Override} and a content type from its defaults.
 */
final class JavalinHandler {

    private static final Logger log = LoggerFactory.getLogger(JavalinHandler.class);

    private final Handler handler;

    JavalinHandler(Handler handler) {
        this.handler = handler;
    }

    void handle(Context context) throws IOException {
        HttpServletRequest in = context.req();
        HttpServletResponse out = context.res();
        Optional<byte[]> body;
        try {
            body = RequestBody.read(in);
        } catch (IOException | HttpException.RuntimeException broken) {
            Problem problem = new Problem.Malformed("The body cannot be read to its end: " + broken.getMessage() + ".");
            refuse(CrossOrigin.allow(problem.toResponse()), in, out);
            return;
        }
        if (body.isPresent()) {
            send(answer(request(in, body.get())), in, out);
        } else {
            refuse(Service.bodyTooLarge(), in, out);
        }
    }

    private static Request request(HttpServletRequest in, byte[] body) {
        Query query = in.getQueryString() == null ? Query.NONE : Query.parse(in.getQueryString());
        return new Request(in.getMethod(), in.getRequestURI(), query, headers(in), body);
    }

    private static Headers headers(HttpServletRequest in) {
        List<Headers.Header> headers = new ArrayList<>();
        for (String name : Collections.list(in.getHeaderNames())) {
            for (String value : Collections.list(in.getHeaders(name))) {
                headers.add(new Headers.Header(name, value));
            }
        }
        return new Headers(headers);
    }

    /** An Error, such as a stack that overflows, is a fault like any other: the caller is answered, the server goes on. */
    private Response answer(Request request) {
        try {
            return handler.handle(request);
        } catch (Throwable fault) {
            log.error("{} {} failed", request.method(), request.path(), fault);
            return Service.unexpected();
        }
    }

    /** Answers before the caller has said all, and ends the connection, since where its next request starts is unknown. */
    private static void refuse(Response response, HttpServletRequest in, HttpServletResponse out) throws IOException {
        send(response.and("Connection", "close"), in, out);
        out.flushBuffer();
        RequestBody.discard(in);
    }

    private static void send(Response response, HttpServletRequest in, HttpServletResponse out) throws IOException {
        out.setStatus(response.status());
        out.setContentType(null);
        for (Headers.Header header : response.headers().all()) {
            head(in).add(header.name(), header.value());
        }
        if (response.headers().first("Content-Length").isEmpty()) {
            out.setContentLength(response.body().length);
        }
        out.getOutputStream().write(response.body());
    }

    /** The head as Jetty sends it; the servlet's view of it rewrites content types, {@code text/html; charset=utf-8} for one. */
    private static HttpFields.Mutable head(HttpServletRequest in) {
        return org.eclipse.jetty.server.Response.getOriginalResponse(
                        ServletContextRequest.getServletContextRequest(in).getServletContextResponse())
                .getHeaders();
    }
}
