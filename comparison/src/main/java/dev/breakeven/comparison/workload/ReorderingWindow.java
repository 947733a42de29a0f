package dev.breakeven.comparison.workload;

import java.io.IOException;
import java.util.Arrays;

/**
 * Puts numbers that come nearly in order into order, in constant memory. What comes more than the window's width after a larger
 * one is too late; so is, where more than a quarter of a million come within that width, what would have to stand before one
 * that has been passed on.
 */
final class ReorderingWindow {

    @FunctionalInterface
    interface Sink {

        void accept(long number) throws IOException;
    }

    private static final int CAPACITY = 1 << 18;

    private final long width;
    private final Sink sink;
    private final long[] waiting = new long[CAPACITY];
    private int size;
    private long newest = Long.MIN_VALUE / 2;
    private long passedOn = Long.MIN_VALUE / 2;

    ReorderingWindow(long width, Sink sink) {
        this.width = width;
        this.sink = sink;
    }

    /** False when the number comes too late. */
    boolean add(long number) throws IOException {
        if (number < newest - width || number < passedOn) {
            return false;
        }
        newest = Math.max(newest, number);
        waiting[size++] = number;
        if (size == CAPACITY) {
            Arrays.sort(waiting);
            int due = CAPACITY / 2;
            while (due < CAPACITY && waiting[due] <= newest - width) {
                due++;
            }
            passOn(due);
        }
        return true;
    }

    /** Passes on what is left. */
    void close() throws IOException {
        Arrays.sort(waiting, 0, size);
        passOn(size);
    }

    private void passOn(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            passedOn = waiting[i];
            sink.accept(passedOn);
        }
        size -= count;
        System.arraycopy(waiting, count, waiting, 0, size);
    }
}
