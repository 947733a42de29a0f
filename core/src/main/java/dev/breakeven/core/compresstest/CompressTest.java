package dev.breakeven.core.compresstest;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Json;
import dev.breakeven.core.Problem;
import dev.breakeven.core.Query;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import java.util.List;

/**
 * Takes a file or a text from a form and answers how many bytes each codec needs for it, and how long each took in a header;
 * {@code ?codecs=all} asks for more codecs than the usual ones.
 */
public final class CompressTest implements Handler {

    /** The largest file or text: 3 MiB. */
    public static final int CONTENT_BYTES_MAX = 3 << 20;

    @Override
    public Response handle(Request request) {
        boolean all;
        byte[] content;
        try {
            all = wantsAllCodecs(request.query());
            content = CompressForm.contentOf(request);
        } catch (RefusedException refused) {
            return refused.problem().toResponse();
        }
        CompressedSizes.Timed timed = CompressedSizes.timed(content);
        List<FurtherSizes.Size> further = all ? FurtherSizes.of(content) : List.of();
        CompressedSizes sizes = timed.sizes();
        byte[] body = Json.object(json -> {
            json.name("original_size").value(sizes.original());
            json.name("gzip_size").value(sizes.gzip());
            json.name("bzip_size").value(sizes.bzip2());
            json.name("deflate_size").value(sizes.deflate());
            json.name("zlib_size").value(sizes.zlib());
            for (FurtherSizes.Size size : further) {
                json.name(size.name() + "_size").value(size.bytes());
            }
        });
        StringBuilder timing = new StringBuilder();
        timing.append("deflate;dur=").append(millis(timed.deflateNanos()));
        timing.append(", bzip2;dur=").append(millis(timed.bzip2Nanos()));
        for (FurtherSizes.Size size : further) {
            timing.append(", ").append(size.name()).append(";dur=").append(millis(size.nanos()));
        }
        return new Response(
                200, Headers.of("Content-Type", "application/json", "Server-Timing", timing.toString()), body);
    }

    private static boolean wantsAllCodecs(Query query) throws RefusedException {
        List<String> wishes = query.all("codecs");
        for (String wish : wishes) {
            if (!wish.equals("all")) {
                throw new RefusedException(new Problem.Malformed(
                        "There is no codecs=" + wish + ": ask for codecs=all, or leave it out for the usual ones."));
            }
        }
        return !wishes.isEmpty();
    }

    /** With one digit; a formatter would take longer than a small body in a first call. */
    private static String millis(long nanos) {
        long tenths = nanos / 100_000;
        return tenths / 10 + "." + tenths % 10;
    }
}
