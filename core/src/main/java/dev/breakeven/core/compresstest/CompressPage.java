package dev.breakeven.core.compresstest;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Resource;
import dev.breakeven.core.Response;

/**
 * The page with CompressTest's form. One file with its style and script inside, under a policy that admits those two by their
 * digest and lets them talk to this service alone.
 */
public final class CompressPage implements Handler {

    /** SHA-256 of what stands between the tags, in Base64; a test says what they must be after a change. */
    static final String STYLE_DIGEST = "XxJhwzNQ386nAhtYAQfcC3pOIOoD/ikgHPCZ85JJoEk=";

    static final String SCRIPT_DIGEST = "fR48jYsF1fE1f9L6C3WoxrUCD7vPpqpxFo+MlE5MVXA=";

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + STYLE_DIGEST + "'; script-src 'sha256-" + SCRIPT_DIGEST
                    + "'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Read when it is first asked for: the first answer of a function is seldom this one. */
    private static final class Page {

        private static final Response ANSWER = new Response(
                200,
                Headers.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", POLICY,
                        "X-Content-Type-Options", "nosniff"),
                Resource.read(CompressPage.class, "compress.html"));
    }

    @Override
    public Response handle(Request request) {
        return Page.ANSWER;
    }
}
