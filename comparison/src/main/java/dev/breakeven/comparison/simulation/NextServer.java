package dev.breakeven.comparison.simulation;

import java.util.Arrays;

/**
 * Which server has the next event: a tree in which the sooner one of two goes up, so that a change costs the logarithm of their
 * number.
 */
final class NextServer {

    private int leaves = 1;
    private long[] due = {LongHeap.NONE, LongHeap.NONE};
    private int[] who = {0, 0};

    /** Notes when a server's next event is due. */
    void set(int server, long nanos) {
        while (server >= leaves) {
            grow();
        }
        int node = leaves + server;
        due[node] = nanos;
        while (node > 1) {
            int sooner = due[node] <= due[node ^ 1] ? node : node ^ 1;
            node >>= 1;
            due[node] = due[sooner];
            who[node] = who[sooner];
        }
    }

    long nextDue() {
        return due[1];
    }

    int server() {
        return who[1];
    }

    private void grow() {
        long[] old = Arrays.copyOfRange(due, leaves, 2 * leaves);
        leaves *= 2;
        due = new long[2 * leaves];
        who = new int[2 * leaves];
        Arrays.fill(due, LongHeap.NONE);
        for (int i = 0; i < leaves; i++) {
            who[leaves + i] = i;
        }
        for (int i = 0; i < old.length; i++) {
            set(i, old[i]);
        }
    }
}
