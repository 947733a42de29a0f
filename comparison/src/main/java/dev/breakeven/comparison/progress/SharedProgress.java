package dev.breakeven.comparison.progress;

import java.util.Arrays;

/** Adds up how far equally long pieces of one stage have come, each of which may run on a thread of its own. */
public final class SharedProgress {

    private final Progress whole;
    private final double[] parts;

    public SharedProgress(Progress whole, int pieces) {
        this.whole = whole;
        this.parts = new double[pieces];
    }

    /** For one of the pieces, counted from 0. */
    public Progress piece(int index) {
        return new Progress() {
            @Override
            public void begin(String stage) {}

            @Override
            public void done(double part) {
                add(index, part);
            }
        };
    }

    private synchronized void add(int index, double part) {
        parts[index] = part;
        whole.done(Arrays.stream(parts).average().orElse(1));
    }
}
