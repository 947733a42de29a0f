package dev.breakeven.server;

import dev.breakeven.core.CrossOrigin;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Problem;
import dev.breakeven.core.Service;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty answers by itself, because a message is broken or too long for it: the same kind of problem as the service's own
 * refusals, instead of Jetty's page.
 */
final class JettyErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        dev.breakeven.core.Response answer = answer(request, response.getStatus());
        for (Headers.Header header : answer.headers().all()) {
            response.getHeaders().add(header.name(), header.value());
        }
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static dev.breakeven.core.Response answer(Request request, int status) {
        if (status == HttpStatus.INTERNAL_SERVER_ERROR_500) {
            return Service.unexpected();
        }
        String title = HttpStatus.getMessage(status);
        Object reason = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        String detail = "The message did not reach the service: " + (reason == null ? title : reason) + ".";
        return CrossOrigin.allow(new Problem.Unserved(status, title, detail).toResponse());
    }
}
