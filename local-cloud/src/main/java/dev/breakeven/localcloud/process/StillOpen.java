package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What is to be closed even when the JVM is told to end in the middle: first services, which may have requests to finish, and
 * then child processes and temporary directories, the newest first, so that a process goes before the directory that it runs in.
 * A JVM that is killed outright closes nothing.
 */
public final class StillOpen {

    /** Opens something that has to be closed. */
    @FunctionalInterface
    interface Opening<T extends AutoCloseable> {
        T open() throws IOException;
    }

    private static final Deque<AutoCloseable> OPEN = new ConcurrentLinkedDeque<>();
    private static final Deque<AutoCloseable> SERVICES = new ConcurrentLinkedDeque<>();

    // Openings share the lock; the end takes it alone, so that it misses nothing that was half open.
    private static final ReadWriteLock ENDING = new ReentrantReadWriteLock();
    private static boolean ended;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(StillOpen::closeAll, "closes what is still open"));
    }

    private StillOpen() {}

    static <T extends AutoCloseable> T opened(Opening<T> opening) throws IOException {
        ENDING.readLock().lock();
        try {
            if (ended) {
                throw new IllegalStateException("Nothing can be started while this JVM is ending");
            }
            T opened = opening.open();
            OPEN.push(opened);
            return opened;
        } finally {
            ENDING.readLock().unlock();
        }
    }

    /** A service has been opened; it is closed with its processes still there, and may be closed by others at the same time. */
    public static void serviceOpened(AutoCloseable service) {
        SERVICES.push(service);
    }

    public static void serviceClosed(AutoCloseable service) {
        SERVICES.remove(service);
    }

    static void closed(AutoCloseable closed) {
        OPEN.remove(closed);
    }

    private static void closeAll() {
        close(SERVICES);
        ENDING.writeLock().lock();
        try {
            ended = true;
        } finally {
            ENDING.writeLock().unlock();
        }
        close(OPEN);
    }

    private static void close(Deque<AutoCloseable> all) {
        for (AutoCloseable open : all) {
            try {
                open.close();
            } catch (Exception e) {
                System.err.println("Could not close " + open + ": " + e);
            }
        }
    }
}
