package dev.breakeven.localcloud.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * A connection to a server, used for one request after another. Whoever reads waits only for as long as nothing is written
 * either: a server that is being sent a large body is not silent.
 */
final class ServerConnection implements AutoCloseable {

    private static final int BUFFER_BYTES = 32 * 1024;

    private final SocketChannel channel;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private volatile long lastByteNanos = System.nanoTime();
    private boolean reused;
    private int left;

    private ServerConnection(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.in = channel.socket().getInputStream();
    }

    static ServerConnection open(int port, Duration limit) throws ServerFailure {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.socket().connect(address, (int) limit.toMillis());
                return new ServerConnection(channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (SocketTimeoutException e) {
            throw new ServerFailure(BalancerError.GATEWAY_TIMEOUT, e);
        } catch (IOException e) {
            throw new ServerFailure(BalancerError.BAD_GATEWAY, e);
        }
    }

    /** Whether it can carry another request: the server has neither closed it meanwhile nor sent what nobody asked for. */
    boolean isFresh(Duration idleTimeout) {
        if (isExpired(idleTimeout)) {
            return false;
        }
        try {
            channel.configureBlocking(false);
            int read = channel.read(ByteBuffer.wrap(buffer));
            channel.configureBlocking(true);
            return read == 0;
        } catch (IOException e) {
            return false;
        }
    }

    boolean isExpired(Duration idleTimeout) {
        return System.nanoTime() - lastByteNanos > idleTimeout.toNanos();
    }

    void reuse() {
        reused = true;
    }

    /** It has carried a request before, so the server may have closed it at the very moment at which it got another. */
    boolean isReused() {
        return reused;
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
            lastByteNanos = System.nanoTime();
        }
    }

    /**
     * Reads until the reader has its answer.
     *
     * @param counter takes what the server has sent, in bytes
     * @throws ServerFailure if the server does something else than to answer
     */
    void readInto(AnswerReader reader, Duration idleTimeout, LongConsumer counter) throws IOException {
        while (!reader.hasEnded()) {
            int read = read(idleTimeout);
            if (read < 0) {
                reader.takeEnd();
            } else {
                counter.accept(read);
                ByteBuffer arrived = ByteBuffer.wrap(buffer, 0, read);
                reader.take(arrived);
                left = arrived.remaining();
            }
        }
    }

    /** More has arrived than the answer. */
    boolean hasMore() {
        return left > 0;
    }

    private int read(Duration idleTimeout) throws ServerFailure {
        while (true) {
            long silentNanos = System.nanoTime() - lastByteNanos;
            long waitNanos = idleTimeout.toNanos() - silentNanos;
            if (waitNanos <= 0) {
                throw new ServerFailure(
                        BalancerError.GATEWAY_TIMEOUT, "it was silent for " + idleTimeout.toMillis() + " ms");
            }
            try {
                channel.socket().setSoTimeout((int)
                        Math.max(1, Duration.ofNanos(waitNanos).toMillis()));
                int read = in.read(buffer);
                lastByteNanos = System.nanoTime();
                return read;
            } catch (SocketTimeoutException e) {
                // Unless it has been sent something meanwhile, the time is up.
            } catch (IOException e) {
                throw new ServerFailure(BalancerError.BAD_GATEWAY, e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Closed is all that it was to be.
        }
    }
}
