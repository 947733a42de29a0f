package dev.breakeven.comparison.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file that may be compressed with gzip, which its first two bytes tell, however large it is: of a line no more
 * is kept than its beginning.
 */
final class LogLines implements AutoCloseable {

    private static final int LENGTH_MAX = 65_536;
    private static final int GZIP_BUFFER = 65_536;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Reader reader;
    private final char[] buffer = new char[LENGTH_MAX];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;

    LogLines(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, GZIP_BUFFER);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        reader = new InputStreamReader(magic == GZIP_MAGIC ? new GZIPInputStream(in, GZIP_BUFFER) : in, UTF_8);
    }

    /** The next line, or none at the end. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.append(buffer, from, Math.min(at - from, LENGTH_MAX - line.length()));
            if (at < end) {
                at++;
                return text();
            }
        }
        return any ? text() : null;
    }

    private String text() {
        int length = line.length();
        return line.substring(0, length > 0 && line.charAt(length - 1) == '\r' ? length - 1 : length);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
