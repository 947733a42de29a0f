package dev.breakeven.comparison.simulation;

/** First in, first out, in a ring that grows. */
final class IntQueue {

    private int[] ring = new int[16];
    private int first;
    private int size;

    int size() {
        return size;
    }

    void add(int item) {
        if (size == ring.length) {
            grow();
        }
        ring[(first + size++) & (ring.length - 1)] = item;
    }

    /** Takes the one that has been there longest; there must be one. */
    int remove() {
        int item = ring[first];
        first = (first + 1) & (ring.length - 1);
        size--;
        return item;
    }

    private void grow() {
        int[] larger = new int[2 * ring.length];
        for (int i = 0; i < size; i++) {
            larger[i] = ring[(first + i) & (ring.length - 1)];
        }
        ring = larger;
        first = 0;
    }
}
