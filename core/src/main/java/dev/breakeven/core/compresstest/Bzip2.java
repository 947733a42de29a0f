package dev.breakeven.core.compresstest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/**
 * bzip2 as {@code bzip2 -9} does it, by Commons Compress. Its blocks know nothing of each other, so that two halves of them are
 * compressed at the same time, each as a stream of its own; how long one stream of all would be is known to the bit. More parts
 * than two would cost a small function 8 MB of memory each.
 */
final class Bzip2 {

    private static final int PARTS_MAX = 2;
    private static final int BLOCK_UNIT_BYTES = 100_000;

    /** What the codec keeps free in each block. */
    private static final int BLOCK_RESERVE_BYTES = 20;

    private static final int RUN_MAX = 255;

    /** From so many equal bytes on, four stand for a run, and one more for how many follow. */
    private static final int RUN_SHORTENED = 4;

    private Bzip2() {}

    /**
     * Some whole blocks.
     *
     * @param start the first byte
     * @param end the one after the last
     */
    @SuppressWarnings("ArrayRecordComponent") // A view of content that may have megabytes.
    record Part(byte[] content, int start, int end) {

        void compress(OutputStream out) throws IOException {
            try (OutputStream bzip2 = new BZip2CompressorOutputStream(out, unitsFor(end - start))) {
                bzip2.write(content, start, end - start);
            }
        }

        private long bits() {
            Bzip2End end = new Bzip2End();
            try {
                compress(end);
            } catch (IOException impossible) {
                throw new UncheckedIOException("A counter refused a byte", impossible);
            }
            return end.blockBits();
        }
    }

    /** How many bytes the content takes, found out on threads of its own. */
    static CompletableFuture<Long> compressedBytes(byte[] content) {
        CompletableFuture<Long> bits = CompletableFuture.completedFuture((long) Bzip2End.BITS_WITHOUT_BLOCKS);
        for (Part part : parts(content)) {
            bits = bits.thenCombine(CompletableFuture.supplyAsync(part::bits, Helpers.THREADS), Long::sum);
        }
        return bits.thenApply(sum -> Math.ceilDiv(sum, Byte.SIZE));
    }

    /** The blocks in two parts, or in one if there are no two. */
    static List<Part> parts(byte[] content) {
        List<Integer> starts = blockStarts(content);
        int blocks = starts.size();
        int count = Math.min(PARTS_MAX, blocks);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int following = (i + 1) * blocks / count;
            int end = following < blocks ? starts.get(following) : content.length;
            parts.add(new Part(content, starts.get(i * blocks / count), end));
        }
        return parts;
    }

    /**
     * Where the codec begins its blocks of nine units: at the run that finds the one before full, runs being shortened first. No
     * content has none.
     */
    static List<Integer> blockStarts(byte[] content) {
        int full = BZip2CompressorOutputStream.MAX_BLOCKSIZE * BLOCK_UNIT_BYTES - BLOCK_RESERVE_BYTES;
        List<Integer> starts = new ArrayList<>();
        int length = full + 1;
        int at = 0;
        while (at < content.length) {
            if (length > full) {
                starts.add(at);
                length = 0;
            }
            int run = 1;
            while (run < RUN_MAX && at + run < content.length && content[at + run] == content[at]) {
                run++;
            }
            length += run < RUN_SHORTENED ? run : RUN_SHORTENED + 1;
            at += run;
        }
        return starts;
    }

    /**
     * The smallest block that holds the content whole, and nine units (900 kB) for more. The codec takes nine times its block
     * in memory, which a small body should not pay for. Its first step, run lengths, makes five bytes of four at worst.
     */
    private static int unitsFor(int length) {
        long blockBytes = length + length / 4L + 64;
        return (int) Math.min(blockBytes / BLOCK_UNIT_BYTES + 1, BZip2CompressorOutputStream.MAX_BLOCKSIZE);
    }
}
