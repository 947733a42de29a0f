package dev.breakeven.core.compresstest;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Json;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;

/** Takes a file or a text from a form and answers how many bytes each codec needs for it, and how long each took in a header. */
public final class CompressTest implements Handler {

    /** The largest file or text: 3 MiB. */
    public static final int CONTENT_BYTES_MAX = 3 << 20;

    @Override
    public Response handle(Request request) {
        byte[] content;
        try {
            content = CompressForm.contentOf(request);
        } catch (RefusedException refused) {
            return refused.problem().toResponse();
        }
        CompressedSizes.Timed timed = CompressedSizes.timed(content);
        CompressedSizes sizes = timed.sizes();
        byte[] body = Json.object(json -> {
            json.name("original_size").value(sizes.original());
            json.name("gzip_size").value(sizes.gzip());
            json.name("bzip_size").value(sizes.bzip2());
            json.name("deflate_size").value(sizes.deflate());
            json.name("zlib_size").value(sizes.zlib());
        });
        String timing = "deflate;dur=" + millis(timed.deflateNanos()) + ", bzip2;dur=" + millis(timed.bzip2Nanos());
        return new Response(200, Headers.of("Content-Type", "application/json", "Server-Timing", timing), body);
    }

    /** With one digit; a formatter would take longer than a small body in a first call. */
    private static String millis(long nanos) {
        long tenths = nanos / 100_000;
        return tenths / 10 + "." + tenths % 10;
    }
}
