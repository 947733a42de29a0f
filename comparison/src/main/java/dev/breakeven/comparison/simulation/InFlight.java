package dev.breakeven.comparison.simulation;

import java.util.Arrays;

/** The requests that are somewhere in the system, each in a slot of plain arrays that is used again when it has ended. */
final class InFlight {

    private static final int BEGINNING = 1_024;

    /** Of a health check the complement, which is below zero. */
    long[] arrivalNanos = new long[BEGINNING];

    double[] workNanos = new double[BEGINNING];
    long[] waitNanos = new long[BEGINNING];
    int[] kind = new int[BEGINNING];
    long[] bytesOut = new long[BEGINNING];

    private int[] freeSlots = new int[BEGINNING];
    private int free;

    InFlight() {
        for (int slot = BEGINNING - 1; slot >= 0; slot--) {
            freeSlots[free++] = slot;
        }
    }

    int add(long arrivalNanos, int kind, double workNanos, long waitNanos, long bytesOut) {
        if (free == 0) {
            grow();
        }
        int slot = freeSlots[--free];
        this.arrivalNanos[slot] = arrivalNanos;
        this.kind[slot] = kind;
        this.workNanos[slot] = workNanos;
        this.waitNanos[slot] = waitNanos;
        this.bytesOut[slot] = bytesOut;
        return slot;
    }

    void remove(int slot) {
        freeSlots[free++] = slot;
    }

    private void grow() {
        int slots = arrivalNanos.length;
        arrivalNanos = Arrays.copyOf(arrivalNanos, 2 * slots);
        workNanos = Arrays.copyOf(workNanos, 2 * slots);
        waitNanos = Arrays.copyOf(waitNanos, 2 * slots);
        kind = Arrays.copyOf(kind, 2 * slots);
        bytesOut = Arrays.copyOf(bytesOut, 2 * slots);
        freeSlots = Arrays.copyOf(freeSlots, 2 * slots);
        for (int slot = 2 * slots - 1; slot >= slots; slot--) {
            freeSlots[free++] = slot;
        }
    }
}
