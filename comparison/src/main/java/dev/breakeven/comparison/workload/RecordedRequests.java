package dev.breakeven.comparison.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The requests of a log in the order in which they came, eight bytes each, in a temporary file that goes when the process does.
 * A log is read and put in order once, and replayed from there as often as there are deployments, in constant memory.
 * Each number holds microseconds and, in its lowest bits, the kind of request.
 */
final class RecordedRequests {

    static final int KIND_BITS = 10;
    static final int KINDS_MAX = (1 << KIND_BITS) - 1;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final long NANOS_PER_MICRO = 1_000;

    private final FileChannel file;
    private final ByteBuffer writing = ByteBuffer.allocate(BUFFER_BYTES);
    private long count;
    private long first;
    private long last;

    RecordedRequests() throws IOException {
        Path path = Files.createTempFile("breakeven-log", ".requests");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Kind -1, that of the mix, is 0 here. */
    static long packed(long micros, int kind) {
        return micros << KIND_BITS | (kind + 1);
    }

    static int kind(long packed) {
        return (int) (packed & KINDS_MAX) - 1;
    }

    static long nanos(long packed) {
        return (packed >>> KIND_BITS) * NANOS_PER_MICRO;
    }

    /** Adds the next request; times count from that of the first. */
    void add(long packed) throws IOException {
        if (count == 0) {
            first = packed >>> KIND_BITS << KIND_BITS;
        }
        last = packed - first;
        count++;
        writing.putLong(last);
        if (!writing.hasRemaining()) {
            flush();
        }
    }

    void flush() throws IOException {
        writing.flip();
        while (writing.hasRemaining()) {
            file.write(writing);
        }
        writing.clear();
    }

    long count() {
        return count;
    }

    /** When the last one comes, from the first. */
    long lastNanos() {
        return nanos(last);
    }

    ByteBuffer buffer() {
        return ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    }

    /** Fills a buffer with requests from the one with a number on; none are left where it stays empty. */
    void read(long number, ByteBuffer buffer) {
        buffer.clear();
        try {
            long at = number * Long.BYTES;
            while (buffer.hasRemaining()) {
                int read = file.read(buffer, at + buffer.position());
                if (read < 0) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A log's requests cannot be read again from the temporary folder", e);
        }
        buffer.flip();
    }

    /** How many come before a time. */
    long countBefore(long nanos) {
        ByteBuffer one = ByteBuffer.allocate(Long.BYTES);
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            read(middle, one);
            if (nanos(one.getLong()) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
