package dev.breakeven.core.compresstest;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** bzip2 as {@code bzip2 -9} does it, by Commons Compress. */
final class Bzip2 {

    private static final int BLOCK_UNIT_BYTES = 100_000;

    private Bzip2() {}

    static void compress(byte[] content, OutputStream out) throws IOException {
        try (OutputStream bzip2 = new BZip2CompressorOutputStream(out, blockSize(content.length))) {
            bzip2.write(content);
        }
    }

    /**
     * The smallest block that holds the content whole, and nine units (900 kB) for more. The codec takes nine times its block
     * in memory, which a small body should not pay for. Its first step, run lengths, makes five bytes of four at worst.
     */
    private static int blockSize(int length) {
        long blockBytes = length + length / 4L + 64;
        return (int) Math.min(blockBytes / BLOCK_UNIT_BYTES + 1, BZip2CompressorOutputStream.MAX_BLOCKSIZE);
    }
}
