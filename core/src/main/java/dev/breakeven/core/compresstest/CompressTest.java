package dev.breakeven.core.compresstest;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Json;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;

/** Takes a file or a text from a form and answers how many bytes each codec needs for it. */
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
        CompressedSizes sizes = CompressedSizes.of(content);
        byte[] body = Json.object(json -> {
            json.writeNumberField("original_size", sizes.original());
            json.writeNumberField("gzip_size", sizes.gzip());
            json.writeNumberField("bzip_size", sizes.bzip2());
            json.writeNumberField("deflate_size", sizes.deflate());
            json.writeNumberField("zlib_size", sizes.zlib());
        });
        return new Response(200, Headers.of("Content-Type", "application/json"), body);
    }
}
