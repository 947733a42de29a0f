package dev.breakeven.benchmarks;

import dev.breakeven.core.Prose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What callers upload, from what compresses half away to the two ends. The same bytes in every run on the same JDK. */
public enum Payload {
    TEXT {
        @Override
        void fill(byte[] bytes) {
            Prose.fill(bytes, new Random(SEED));
        }
    },

    /** A program: the JDK's own, so that it differs from one version to the next. */
    BINARY {
        @Override
        void fill(byte[] bytes) {
            Path program = Path.of(System.getProperty("java.home"), "lib", "server", System.mapLibraryName("jvm"));
            try (InputStream file = Files.newInputStream(program)) {
                file.skipNBytes(HEADERS_BYTES);
                if (file.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                    throw new IllegalStateException(program + " is shorter than " + bytes.length + " bytes");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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

    /** Tables of symbols, after which the instructions come. */
    private static final int HEADERS_BYTES = 5_000_000;

    abstract void fill(byte[] bytes);

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        fill(bytes);
        return bytes;
    }
}
