package dev.breakeven.core;

/**
 * Lets pages of any origin read every answer, errors too, and answers their preflights. API Gateway adds no CORS header to
 * what a function answers through the proxy integration, so the answer itself must carry it.
 */
public final class CrossOrigin implements Handler {

    private static final String DAY_IN_SECONDS = "86400";

    private final Handler inner;

    CrossOrigin(Handler inner) {
        this.inner = inner;
    }

    @Override
    public Response handle(Request request) {
        Response response = allow(inner.handle(request));
        if (!request.method().equals("OPTIONS") || response.status() != 204) {
            return response;
        }
        return response.and(
                        "Access-Control-Allow-Methods",
                        response.headers().first("Allow").orElse("OPTIONS"))
                .and(
                        "Access-Control-Allow-Headers",
                        request.headers()
                                .first("Access-Control-Request-Headers")
                                .orElse("*"))
                .and("Access-Control-Max-Age", DAY_IN_SECONDS);
    }

    /** The answer, readable from any origin; for those that a way in must make itself. */
    public static Response allow(Response response) {
        return response.and("Access-Control-Allow-Origin", "*");
    }
}
