package dev.breakeven.server;

import dev.breakeven.core.Service;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The bytes that follow the head of a request, of which no more are kept than the service takes. */
final class RequestBody {

    /** What a refused caller may send on; five times the limit, for those who read only when they have sent all. */
    private static final long DISCARDED_BYTES_MAX = 16L * 1024 * 1024;

    private static final Duration DISCARDING_MAX = Duration.ofSeconds(10);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(2);

    private static final byte[] NOTHING = {};

    private RequestBody() {}

    /** The body, or nothing if it is too large: by its declared length, before any of it is read, or as it turns out. */
    static Optional<byte[]> read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Service.BODY_BYTES_MAX) {
            return Optional.empty();
        }
        if (isWithoutBody(request)) {
            return Optional.of(NOTHING);
        }
        byte[] body = request.getInputStream().readNBytes(Service.BODY_BYTES_MAX + 1);
        return body.length > Service.BODY_BYTES_MAX ? Optional.empty() : Optional.of(body);
    }

    /** By its head (RFC 9112, section 6.3): to find it out by reading takes a buffer of 16 kB, two thirds of what a request allocates. */
    private static boolean isWithoutBody(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null);
    }

    /**
     * Reads on for a while after a refusal, keeping nothing. To close while bytes are on their way resets the connection, and
     * the reset may overtake the answer (RFC 9112, section 9.6).
     */
    static void discard(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .setIdleTimeout(SILENCE_MAX.toMillis());
        long start = System.nanoTime();
        long left = DISCARDED_BYTES_MAX;
        byte[] chunk = new byte[64 * 1024];
        try {
            InputStream body = request.getInputStream();
            int count = 0;
            while (count >= 0 && left > 0 && System.nanoTime() - start < DISCARDING_MAX.toNanos()) {
                count = body.read(chunk);
                left -= count;
            }
        } catch (IOException | RuntimeException gone) {
            // Broken, silent for too long, or closed by the caller: there is nobody left to wait for.
        }
    }
}
