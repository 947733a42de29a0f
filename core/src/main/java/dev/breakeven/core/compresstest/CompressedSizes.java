package dev.breakeven.core.compresstest;

import java.util.concurrent.CompletableFuture;

/**
 * How many bytes the same content takes in each format, always at best compression. The codecs work at the same time, and one
 * DEFLATE pass serves three formats.
 *
 * @param original bytes before
 */
public record CompressedSizes(long original, long gzip, long bzip2, long deflate, long zlib) {

    public static CompressedSizes of(byte[] content) {
        CompletableFuture<Long> bzip2 = Bzip2.compressedBytes(content);
        long deflate = Deflate.compressedBytes(content);
        return new CompressedSizes(
                content.length,
                deflate + DeflateFormat.GZIP.overheadBytes(),
                bzip2.join(),
                deflate,
                deflate + DeflateFormat.ZLIB.overheadBytes());
    }
}
