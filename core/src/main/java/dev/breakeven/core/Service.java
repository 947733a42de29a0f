package dev.breakeven.core;

import dev.breakeven.core.compresstest.CompressPage;
import dev.breakeven.core.compresstest.CompressTest;
import dev.breakeven.core.tinysite.TinySite;

/**
 * The two services and their routes: the only place where a path is spelt. The ways in differ in one answer, TinySite's, for
 * its promise is a count of bytes on the wire.
 */
public final class Service {

    /** No body may be longer: the largest file, and room for the form around it. */
    public static final int BODY_BYTES_MAX = CompressTest.CONTENT_BYTES_MAX + 64 * 1024;

    private static final String TINY_SITE = "/";

    private Service() {}

    /** Behind a server of our own, where TinySite's head holds what the page needs to be read and nothing else. */
    public static Handler onServer() {
        Handler bare = routes(new TinySite());
        Handler open = new CrossOrigin(bare);
        return limited(request -> isTinySite(request) ? bare.handle(request) : open.handle(request));
    }

    /**
     * Behind a gateway, which writes the head: TinySite is open to any origin like the rest, and its {@code Content-Type} is
     * empty so that the gateway does not add {@code application/json}.
     */
    public static Handler behindGateway() {
        TinySite page = new TinySite();
        return limited(new CrossOrigin(
                routes(request -> page.handle(request).and("Content-Type", "").and("Vary", "Accept-Encoding"))));
    }

    /** The refusal of a body that is over the limit, for ways in that find out before they have read it. */
    public static Response bodyTooLarge() {
        return CrossOrigin.allow(new Problem.TooLarge("The body", BODY_BYTES_MAX).toResponse());
    }

    /** The answer when the service has failed to give one. */
    public static Response unexpected() {
        return CrossOrigin.allow(new Problem.Unexpected().toResponse());
    }

    private static Router routes(Handler tinySite) {
        return new Router()
                .route("GET", TINY_SITE, tinySite)
                .route("GET", "/compress", new CompressPage())
                .route("POST", "/compress", new CompressTest())
                .route("GET", "/health", request -> Response.text(200, "text/plain; charset=utf-8", "ok"));
    }

    private static Handler limited(Handler inner) {
        return request -> request.body().length > BODY_BYTES_MAX ? bodyTooLarge() : inner.handle(request);
    }

    private static boolean isTinySite(Request request) {
        return request.path().equals(TINY_SITE)
                && (request.method().equals("GET") || request.method().equals("HEAD"));
    }
}
