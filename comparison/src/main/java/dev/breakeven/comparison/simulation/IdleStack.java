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
