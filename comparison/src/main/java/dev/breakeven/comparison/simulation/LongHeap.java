package dev.breakeven.comparison.simulation;

import java.util.Arrays;

/**
 * What is due next, soonest first, each with a number that says what it is. A heap with four children to a node, in plain
 * arrays that grow and never shrink: a month has millions of requests.
 */
final class LongHeap {

    static final long NONE = Long.MAX_VALUE;

    private long[] due = new long[64];
    private long[] what = new long[64];
    private int size;

    int size() {
        return size;
    }

    /** When the next one is due, or {@link #NONE}. */
    long nextDue() {
        return size == 0 ? NONE : due[0];
    }

    void add(long when, long item) {
        if (size == due.length) {
            due = Arrays.copyOf(due, 2 * size);
            what = Arrays.copyOf(what, 2 * size);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >> 2;
            if (due[parent] <= when) {
                break;
            }
            due[hole] = due[parent];
            what[hole] = what[parent];
            hole = parent;
        }
        due[hole] = when;
        what[hole] = item;
    }

    /** Takes the next one out and says what it is; there must be one. */
    long remove() {
        long first = what[0];
        long when = due[--size];
        long item = what[size];
        int hole = 0;
        while (true) {
            int child = 4 * hole + 1;
            if (child >= size) {
                break;
            }
            int last = Math.min(child + 4, size);
            for (int other = child + 1; other < last; other++) {
                if (due[other] < due[child]) {
                    child = other;
                }
            }
            if (due[child] >= when) {
                break;
            }
            due[hole] = due[child];
            what[hole] = what[child];
            hole = child;
        }
        due[hole] = when;
        what[hole] = item;
        return first;
    }
}
