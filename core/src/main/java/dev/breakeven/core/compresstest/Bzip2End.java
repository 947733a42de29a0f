package dev.breakeven.core.compresstest;

import java.io.OutputStream;

/**
 * Takes a bzip2 stream, and keeps how long it is and how it ends: with a mark, a checksum, and as many zero bits as make whole
 * bytes.
 */
final class Bzip2End extends OutputStream {

    private static final long MARK = 0x177245385090L;
    private static final int MARK_BITS = 48;
    private static final int CHECKSUM_BITS = 32;
    private static final int HEAD_BITS = 32;

    /** Of a stream that has no blocks, before it is filled up. */
    static final int BITS_WITHOUT_BLOCKS = HEAD_BITS + MARK_BITS + CHECKSUM_BITS;

    /** The last sixteen bytes. */
    private long before;

    private long last;
    private long bytes;

    @Override
    public void write(int b) {
        before = before << Byte.SIZE | last >>> (Long.SIZE - Byte.SIZE);
        last = last << Byte.SIZE | (b & 0xff);
        bytes++;
    }

    /** Of all blocks together. */
    long blockBits() {
        return bytes * Byte.SIZE - BITS_WITHOUT_BLOCKS - padding();
    }

    private int padding() {
        for (int bits = 0; bits < Byte.SIZE; bits++) {
            int behind = CHECKSUM_BITS + bits;
            long mark = before << (Long.SIZE - behind) | last >>> behind;
            if ((mark & (1L << MARK_BITS) - 1) == MARK) {
                return bits;
            }
        }
        throw new IllegalStateException("A bzip2 stream without an end");
    }
}
