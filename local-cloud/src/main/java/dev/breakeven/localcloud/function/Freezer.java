package dev.breakeven.localcloud.function;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Freezes environments that have nothing to do, one after the other, away from the path of any call. */
final class Freezer implements AutoCloseable {

    private final BlockingQueue<Worker> idle = new LinkedBlockingQueue<>();
    private final Thread thread;

    Freezer() {
        thread = Thread.ofPlatform().daemon().name("freezer").start(this::freeze);
    }

    void offer(Worker worker) {
        idle.add(worker);
    }

    private void freeze() {
        try {
            while (true) {
                idle.take().freezeIfIdle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
