package dev.breakeven.localcloud.function;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Freezes environments that have had nothing to do for a moment, one after the other, away from the path of any call. Freezing
 * and thawing a JVM costs more than a short call does, so one that is called again at once goes on running.
 */
final class Freezer implements AutoCloseable {

    private static final long MOMENT_NANOS = Duration.ofMillis(2).toNanos();

    private record Idle(Worker worker, long sinceNanos) {}

    private final BlockingQueue<Idle> idle = new LinkedBlockingQueue<>();
    private final Thread thread;

    Freezer() {
        thread = Thread.ofPlatform().daemon().name("freezer").start(this::freeze);
    }

    void offer(Worker worker, long sinceNanos) {
        idle.add(new Idle(worker, sinceNanos));
    }

    private void freeze() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Idle next = idle.take();
                for (long left = left(next); left > 0 && !Thread.currentThread().isInterrupted(); left = left(next)) {
                    LockSupport.parkNanos(left);
                }
                next.worker().freezeIfIdleSince(next.sinceNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long left(Idle next) {
        return next.sinceNanos() + MOMENT_NANOS - System.nanoTime();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
