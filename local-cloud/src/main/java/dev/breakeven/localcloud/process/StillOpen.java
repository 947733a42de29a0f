package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What is to be closed even when the JVM is told to end in the middle: child processes and temporary directories, the newest
 * first, so that a process goes before the directory that it runs in. A JVM that is killed outright closes nothing.
 */
final class StillOpen {

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

    static void closed(AutoCloseable closed) {
        OPEN.remove(closed);
    }

    static void service(AutoCloseable service) {
        SERVICES.push(service);
    }

    static void serviceClosed(AutoCloseable service) {
        SERVICES.remove(service);
    }

    private static void closeAll() {
        // They may still need what they are made of.
        SERVICES.forEach(StillOpen::close);
        ENDING.writeLock().lock();
        try {
            ended = true;
        } finally {
            ENDING.writeLock().unlock();
        }
        OPEN.forEach(StillOpen::close);
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            System.err.println("Could not close " + open + ": " + e);
        }
    }
}
