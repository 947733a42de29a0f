package dev.breakeven.core.compresstest;

/** A codec by itself, always at best compression. */
public enum Codec {
    /** Of which gzip and zlib are frames. */
    DEFLATE {
        @Override
        public long compressedBytes(byte[] content) {
            return Deflate.compressedBytes(content);
        }
    },

    BZIP2 {
        @Override
        public long compressedBytes(byte[] content) {
            return Bzip2.compressedBytes(content).join();
        }
    };

    /** How many bytes the content takes. */
    public abstract long compressedBytes(byte[] content);
}
