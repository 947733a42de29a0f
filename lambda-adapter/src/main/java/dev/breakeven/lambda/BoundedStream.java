package dev.breakeven.lambda;

import com.google.gson.stream.MalformedJsonException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, and a refusal if there are more. */
final class BoundedStream extends FilterInputStream {

    private final int max;
    private int taken;

    BoundedStream(InputStream in, int max) {
        super(in);
        this.max = max;
    }

    /** Whether nothing has been read. */
    boolean isEmpty() {
        return taken == 0;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) throws IOException {
        taken += more;
        if (taken > max) {
            throw new MalformedJsonException("it has more than " + max + " bytes");
        }
    }
}
