package dev.breakeven.comparison.simulation;

import java.util.Arrays;

/** The one that became idle last is taken first, at the same small cost for any number. */
final class IdleStack implements IdleEnvironments {

    private long[] since = new long[64];
    private int[] environments = new int[64];
    private int size;

    @Override
    public void add(int environment, long nowNanos) {
        if (size == since.length) {
            since = Arrays.copyOf(since, 2 * size);
            environments = Arrays.copyOf(environments, 2 * size);
        }
        since[size] = nowNanos;
        environments[size++] = environment;
    }

    int size() {
        return size;
    }

    /** Changes places with the one that became idle last, so that this one is taken next. */
    void bringUp(int index) {
        long sinceThen = since[index];
        int environment = environments[index];
        since[index] = since[size - 1];
        environments[index] = environments[size - 1];
        since[size - 1] = sinceThen;
        environments[size - 1] = environment;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public long removeNext() {
        return since[--size];
    }

    @Override
    public int removed() {
        return environments[size];
    }
}
