package dev.breakeven.core.compresstest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How many bytes the same content takes in each format, always at best compression. The two codecs work at the same time, one
 * DEFLATE pass serves three formats, and what they write is counted and dropped.
 *
 * @param original bytes before
 */
public record CompressedSizes(long original, long gzip, long bzip2, long deflate, long zlib) {

    private static final ExecutorService HELPERS = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> Thread.ofPlatform().name("bzip2").daemon().unstarted(task));

    public static CompressedSizes of(byte[] content) {
        CompletableFuture<Long> bzip2 =
                CompletableFuture.supplyAsync(() -> written(out -> Bzip2.compress(content, out)), HELPERS);
        long deflate = written(out -> Deflate.compress(content, out));
        return new CompressedSizes(
                content.length,
                deflate + DeflateFormat.GZIP.overheadBytes(),
                bzip2.join(),
                deflate,
                deflate + DeflateFormat.ZLIB.overheadBytes());
    }

    @FunctionalInterface
    private interface Codec {
        void compressTo(OutputStream out) throws IOException;
    }

    private static long written(Codec codec) {
        Counter counter = new Counter();
        try {
            codec.compressTo(counter);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A counter refused a byte", impossible);
        }
        return counter.bytes;
    }

    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }
}
