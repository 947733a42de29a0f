package dev.breakeven.benchmarks;

import dev.breakeven.core.Prose;
import java.util.Random;

/** What callers upload, from what compresses half away to the two ends. The same bytes in every run. */
public enum Payload {
    TEXT {
        @Override
        void fill(byte[] bytes) {
            Prose.fill(bytes, new Random(SEED));
        }
    },

    /** As a photograph or an archive looks to a codec: nothing to be gained. */
    RANDOM {
        @Override
        void fill(byte[] bytes) {
            new Random(SEED).nextBytes(bytes);
        }
    },

    ZEROS {
        @Override
        void fill(byte[] bytes) {}
    };

    private static final long SEED = 1;

    abstract void fill(byte[] bytes);

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        fill(bytes);
        return bytes;
    }
}
