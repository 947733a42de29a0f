package dev.breakeven.comparison.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Any of them, at random. */
final class IdleBag implements IdleEnvironments {

    private final RandomGenerator random;
    private long[] since = new long[64];
    private int[] environments = new int[64];
    private int size;
    private int removed;

    IdleBag(RandomGenerator random) {
        this.random = random;
    }

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
        int chosen = random.nextInt(size);
        long idleSince = since[chosen];
        removed = environments[chosen];
        size--;
        since[chosen] = since[size];
        environments[chosen] = environments[size];
        return idleSince;
    }

    @Override
    public int removed() {
        return removed;
    }
}
