package dev.breakeven.localcloud.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way to the server, on a thread of its own, because a server may answer before it has read
 * everything, or answer while it reads. Framed as the caller framed it: by its length or in chunks.
 *
 * <p>A caller who is answered before it has said all may say the rest for a while, and nothing of it is kept: to close while bytes are
 * on their way resets the connection, and the reset may overtake the answer (RFC 9112, section 9.6).
 */
final class RequestBody {

    private static final int PART_BYTES = 32 * 1024;
    private static final long DISCARDED_BYTES_MAX = 16L * 1024 * 1024;
    private static final Duration DISCARDING_MAX = Duration.ofSeconds(2);
    private static final byte[] CRLF = "\r\n".getBytes(US_ASCII);
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

    private final Request request;
    private final boolean chunked;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean read;
    private volatile boolean sent;
    private volatile boolean waiting;
    private volatile boolean abandoned;
    private volatile @Nullable BalancerError callersFault;
    private @Nullable Thread sender;

    private RequestBody(Request request, boolean chunked) {
        this.request = request;
        this.chunked = chunked;
    }

    static RequestBody of(Request request) {
        return new RequestBody(request, request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
    }

    boolean isEmpty() {
        return !chunked && request.getLength() <= 0;
    }

    boolean isChunked() {
        return chunked;
    }

    /** The caller has nothing more to send. */
    boolean isRead() {
        return read || isEmpty();
    }

    /** All of it is on its way. */
    boolean isSent() {
        return sent || isEmpty();
    }

    /** How much of it has been read. */
    long bytes() {
        return bytes.get();
    }

    /** Whose fault it is that a request failed: the caller's, if it broke off or stopped sending, else the server's. */
    BalancerError blame(BalancerError servers) {
        @Nullable BalancerError callers = callersFault;
        return callers == null ? servers : callers;
    }

    /** Sends it until it ends, the caller fails, or the connection is closed. */
    void startSending(ServerConnection connection) {
        sender = Thread.ofVirtual().name("sends a request body").start(() -> {
            if (!send(connection)) {
                discard();
            }
        });
    }

    /** Waits until the last of it is on its way, or gives it up: the server has answered, or will not. */
    void endSending(boolean silence) {
        if (sender != null) {
            if (isRead()) {
                join(sender, Duration.ofDays(1));
            } else {
                abandon(silence);
            }
        }
    }

    /** To be called when the answer has been sent: lets the caller say what it still has to say. */
    void letEnd() {
        endWithin(DISCARDING_MAX);
    }

    /** To be called when there will be no answer, or no end of one. */
    void breakOff() {
        endWithin(Duration.ZERO);
    }

    private void endWithin(Duration limit) {
        if (sender != null && !join(sender, limit)) {
            abandoned = true;
            request.fail(new IOException("The request was answered before its end"));
            join(sender, Duration.ofDays(1));
        }
    }

    private static boolean join(Thread thread, Duration limit) {
        try {
            return thread.join(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The answer is here before the end of the request, or none is to be had: what the caller still sends is of no use.
     *
     * @param silence it is because nothing has moved for too long
     */
    private void abandon(boolean silence) {
        if (silence && waiting) {
            callersFault = BalancerError.REQUEST_TIMEOUT;
        }
        abandoned = true;
    }

    /** Whether it has come to the end of what the caller has to say. */
    private boolean send(ServerConnection connection) {
        byte[] part = new byte[PART_BYTES];
        InputStream in = Request.asInputStream(request);
        while (true) {
            int length = read(in, part, connection);
            if (length < -1) {
                return true;
            }
            if (abandoned) {
                return length < 0;
            }
            // Before the last of it is written: the answer may be here before the write returns.
            read = length < 0 || bytes.get() == request.getLength();
            try {
                write(connection, part, length);
            } catch (IOException e) {
                // What the server answers, or that it does not, is seen by whoever reads from it.
                return read;
            }
            if (read) {
                sent = true;
                return true;
            }
        }
    }

    private void discard() {
        byte[] part = new byte[PART_BYTES];
        InputStream in = Request.asInputStream(request);
        long left = DISCARDED_BYTES_MAX;
        try {
            int length = 0;
            while (length >= 0 && left > 0) {
                length = in.read(part);
                left -= length;
            }
        } catch (IOException gone) {
            // There is nobody left to wait for.
        }
    }

    /** As {@link InputStream#read(byte[])}, and -2 when the caller has failed; then the server cannot be left waiting. */
    private int read(InputStream in, byte[] part, ServerConnection connection) {
        try {
            waiting = true;
            int length = in.read(part);
            waiting = false;
            if (!abandoned) {
                bytes.addAndGet(Math.max(0, length));
            }
            return length;
        } catch (IOException e) {
            if (!abandoned) {
                callersFault = e.getCause() instanceof TimeoutException
                        ? BalancerError.REQUEST_TIMEOUT
                        : BalancerError.BAD_REQUEST;
            }
            connection.close();
            return -2;
        }
    }

    private void write(ServerConnection connection, byte[] part, int length) throws IOException {
        if (!chunked) {
            connection.write(ByteBuffer.wrap(part, 0, Math.max(0, length)));
        } else if (length < 0) {
            connection.write(ByteBuffer.wrap(LAST_CHUNK));
        } else if (length > 0) {
            byte[] size = Integer.toHexString(length).getBytes(US_ASCII);
            ByteBuffer chunk = ByteBuffer.allocate(size.length + length + 2 * CRLF.length);
            chunk.put(size).put(CRLF).put(part, 0, length).put(CRLF).flip();
            connection.write(chunk);
        }
    }
}
