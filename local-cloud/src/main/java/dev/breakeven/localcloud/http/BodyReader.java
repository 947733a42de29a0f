package dev.breakeven.localcloud.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads the body of a request as it comes, in whatever frame, on the thread that brings it. Of one that is too large the rest is
 * read all the same and thrown away, or its sender would not see the answer.
 */
public final class BodyReader {

    private static final int FIRST_BYTES = 4096;

    private final Content.Source source;
    private final int bytesMax;
    private final CompletableFuture<Optional<byte[]>> body = new CompletableFuture<>();
    private byte[] bytes;
    private int length;
    private boolean tooLarge;

    private BodyReader(Content.Source source, long announced, int bytesMax) {
        this.source = source;
        this.bytesMax = bytesMax;
        this.tooLarge = announced > bytesMax;
        this.bytes = new byte[announced >= 0 && !tooLarge ? (int) announced : FIRST_BYTES];
    }

    /** The whole body, or nothing if it is larger than that; fails if the sender gives up. */
    public static CompletableFuture<Optional<byte[]>> read(Request request, int bytesMax) {
        BodyReader reader = new BodyReader(request, request.getLength(), bytesMax);
        reader.read();
        return reader.body;
    }

    private void read() {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::read));
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                body.completeExceptionally(chunk.getFailure());
                return;
            }
            keep(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                body.complete(tooLarge ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, length)));
                return;
            }
        }
    }

    private void keep(ByteBuffer chunk) {
        int more = chunk.remaining();
        if (tooLarge || more > bytesMax - length) {
            tooLarge = true;
            bytes = new byte[0];
            return;
        }
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.min(2 * bytes.length, bytesMax)));
        }
        chunk.get(bytes, length, more);
        length += more;
    }
}
