package example;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;

/** The service itself, which knows nothing of where it runs. */
final class Greeting implements Handler {

    @Override
    public Response handle(Request request) {
        return Response.text(200, "text/plain; charset=utf-8", "Hello from " + request.path());
    }
}
