package dev.breakeven.localcloud.server;

import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;

/** A server as the load balancer sees it: a port, connections to it that are kept, and what has come from it. */
final class Target {

    private final int port;
    private final Deque<ServerConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<ServerConnection> inUse = ConcurrentHashMap.newKeySet();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAdder bytesOutOfAll;
    private volatile boolean healthy = true;
    private volatile boolean closed;

    /** Under the lock of {@link Targets}. */
    int outstanding;

    Target(int port, LongAdder bytesOutOfAll) {
        this.port = port;
        this.bytesOutOfAll = bytesOutOfAll;
    }

    int port() {
        return port;
    }

    boolean isHealthy() {
        return healthy;
    }

    void healthy(boolean now) {
        healthy = now;
    }

    /** What it has sent, heads and framing included, as a network interface would count it. */
    long bytesOut() {
        return bytesOut.sum();
    }

    void sent(long bytes) {
        bytesOut.add(bytes);
        bytesOutOfAll.add(bytes);
    }

    /** A kept connection, the one that was used last, or a new one. */
    ServerConnection connect(Duration idleTimeout, Duration connectTimeout) throws ServerFailure {
        for (ServerConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isFresh(idleTimeout)) {
                kept.reuse();
                return used(kept);
            }
            kept.close();
        }
        return open(connectTimeout);
    }

    ServerConnection open(Duration connectTimeout) throws ServerFailure {
        return used(ServerConnection.open(port, connectTimeout));
    }

    private ServerConnection used(ServerConnection connection) throws ServerFailure {
        inUse.add(connection);
        if (closed) {
            release(connection, false);
            throw new ServerFailure(BalancerError.BAD_GATEWAY, "it has been taken out");
        }
        return connection;
    }

    /** Takes a connection back after a request. */
    void release(ServerConnection connection, boolean keep) {
        inUse.remove(connection);
        if (keep && !closed) {
            idle.addFirst(connection);
        }
        if (!keep || closed) {
            idle.remove(connection);
            connection.close();
        }
    }

    /** Closes kept connections that have not been used for so long. */
    void closeExpired(Duration idleTimeout) {
        for (ServerConnection oldest = idle.pollLast(); oldest != null; oldest = idle.pollLast()) {
            if (!oldest.isExpired(idleTimeout)) {
                idle.addLast(oldest);
                return;
            }
            oldest.close();
        }
    }

    /** Cuts off what is under way. */
    void close() {
        closed = true;
        inUse.forEach(ServerConnection::close);
        for (ServerConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }

    @Override
    public String toString() {
        return "the server on port " + port;
    }
}
