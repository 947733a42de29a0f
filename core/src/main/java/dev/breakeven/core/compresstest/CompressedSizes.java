package dev.breakeven.core.compresstest;

import java.util.concurrent.CompletableFuture;

/**
 * How many bytes the same content takes in each format, always at best compression.
 *
 * @param original bytes before
 */
public record CompressedSizes(long original, long gzip, long bzip2, long deflate, long zlib) {

    /**
     * Sizes, and how long it took to find them, from when the content was there.
     *
     * @param deflateNanos of the pass that three formats have in common
     */
    public record Timed(CompressedSizes sizes, long deflateNanos, long bzip2Nanos) {}

    public static CompressedSizes of(byte[] content) {
        return timed(content).sizes();
    }

    /** The codecs work at the same time, and one DEFLATE pass serves three formats. */
    public static Timed timed(byte[] content) {
        long began = System.nanoTime();
        CompletableFuture<Long> bzip2 = Bzip2.compressedBytes(content);
        CompletableFuture<Long> bzip2Nanos = bzip2.thenApply(bytes -> System.nanoTime() - began);
        long deflate = Deflate.compressedBytes(content);
        long deflateNanos = System.nanoTime() - began;
        CompressedSizes sizes = new CompressedSizes(
                content.length,
                deflate + DeflateFormat.GZIP.overheadBytes(),
                bzip2.join(),
                deflate,
                deflate + DeflateFormat.ZLIB.overheadBytes());
        return new Timed(sizes, deflateNanos, bzip2Nanos.join());
    }
}
