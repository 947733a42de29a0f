package dev.breakeven.core.compresstest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;

/** Raw DEFLATE (RFC 1951) at level 9, by the JDK's zlib: what gzip and zlib wrap. */
final class Deflate {

    private static final int CHUNK_BYTES = 16 * 1024;

    private Deflate() {}

    /** How many bytes the content takes. */
    static long compressedBytes(byte[] content) {
        try {
            return compress(content, OutputStream.nullOutputStream());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing was written, and that failed", impossible);
        }
    }

    /** Says how many bytes it has written. */
    static long compress(byte[] content, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }
}
