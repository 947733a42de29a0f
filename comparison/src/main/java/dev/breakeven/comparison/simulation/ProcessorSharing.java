package dev.breakeven.comparison.simulation;

import java.util.Arrays;

/**
 * One instance whose processors are shared evenly by the requests on it, none getting more than one processor (an egalitarian
 * M/G/c-PS queue). Kept in virtual time, which advances by the work that each request gets: a request ends when virtual time
 * has advanced by its work, so the order of ending never changes and each step costs the logarithm of the number present.
 */
final class ProcessorSharing {

    /** Told when a request ends. */
    @FunctionalInterface
    interface Departures {
        void ended(long arrivalNanos, long nowNanos, long waitNanos);
    }

    private final int processors;
    private final Departures departures;

    /** When each request on the instance ends, in virtual nanoseconds, and which slot holds the rest of it. */
    private final LongHeap present = new LongHeap();

    private long[] arrival = new long[64];
    private long[] wait = new long[64];
    private int[] freeSlots = new int[64];
    private int free;

    private double virtualNow;
    private double now;
    private double workNanos;

    ProcessorSharing(int processors, Departures departures) {
        this.processors = processors;
        this.departures = departures;
        for (int slot = 0; slot < freeSlots.length; slot++) {
            freeSlots[free++] = slot;
        }
    }

    /**
     * A request comes.
     *
     * @param workNanos what it needs of one processor
     * @param waitNanos time it takes beyond that without a processor
     */
    void arrive(long nowNanos, double workNanos, long waitNanos) {
        advanceTo(nowNanos);
        if (free == 0) {
            grow();
        }
        int slot = freeSlots[--free];
        arrival[slot] = nowNanos;
        wait[slot] = waitNanos;
        this.workNanos += workNanos;
        present.add((long) Math.ceil(virtualNow + workNanos), slot);
    }

    /** Lets all requests that are still present end. */
    void drain() {
        advanceTo(Long.MAX_VALUE);
    }

    /** Processor time given out so far. */
    double workNanos() {
        return workNanos;
    }

    private void advanceTo(long untilNanos) {
        while (present.size() > 0) {
            double rate = Math.min(1, processors / (double) present.size());
            double ends = now + (present.nextDue() - virtualNow) / rate;
            if (ends > untilNanos) {
                virtualNow += (untilNanos - now) * rate;
                now = untilNanos;
                return;
            }
            virtualNow = present.nextDue();
            now = ends;
            int slot = (int) present.remove();
            freeSlots[free++] = slot;
            departures.ended(arrival[slot], (long) ends, wait[slot]);
        }
        // Nobody is served, so virtual time may start again from zero, where it is most exact.
        virtualNow = 0;
        now = untilNanos;
    }

    private void grow() {
        int slots = arrival.length;
        arrival = Arrays.copyOf(arrival, 2 * slots);
        wait = Arrays.copyOf(wait, 2 * slots);
        freeSlots = Arrays.copyOf(freeSlots, 2 * slots);
        for (int slot = slots; slot < 2 * slots; slot++) {
            freeSlots[free++] = slot;
        }
    }
}
