package dev.breakeven.core.compresstest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/** Raw DEFLATE (RFC 1951) at level 9, by the JDK's zlib: what gzip and zlib wrap. */
final class Deflate {

    private static final int CHUNK_BYTES = 16 * 1024;

    private Deflate() {}

    static void compress(byte[] content, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
        } finally {
            deflater.end();
        }
    }
}
