package dev.breakeven.localcloud.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.localcloud.process.OutputSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The one log of a function's environments: whole lines, in the order in which they were handed in, written by a thread of its
 * own so that no call waits for whoever reads them, unless he falls far behind.
 */
final class FunctionLog implements AutoCloseable {

    private static final int LINES_MAX = 16_384;

    /** The longest event of CloudWatch Logs; a line that goes on is cut here. */
    private static final int LINE_BYTES_MAX = 256 * 1024;

    private static final byte[] END = new byte[0];

    private final OutputStream out;
    private final BlockingQueue<byte[]> lines = new ArrayBlockingQueue<>(LINES_MAX);
    private final LongAdder platformBytes = new LongAdder();
    private final LongAdder functionBytes = new LongAdder();
    private final Thread writer;

    FunctionLog(OutputStream out) {
        this.out = out;
        this.writer = Thread.ofPlatform().daemon().name("function-log").start(this::write);
    }

    /** A line, or several, of the platform's; they stay together. */
    void platform(String text) {
        byte[] line = text.getBytes(UTF_8);
        platformBytes.add(line.length);
        put(line);
    }

    /** Takes what one environment prints. */
    OutputSink ofEnvironment() {
        return new Lines();
    }

    long platformBytes() {
        return platformBytes.sum();
    }

    long functionBytes() {
        return functionBytes.sum();
    }

    /** Writes what there is and ends. */
    @Override
    public void close() {
        put(END);
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(byte[] line) {
        try {
            lines.put(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Everything is being shut down, and this line is lost.
        }
    }

    @SuppressWarnings("ReferenceEquality") // The end is this one array.
    private void write() {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        try {
            for (byte[] line = lines.take(); line != END; line = lines.take()) {
                batch.writeBytes(line);
                for (byte @Nullable [] more = lines.peek(); more != null && more != END; more = lines.peek()) {
                    batch.writeBytes(lines.take());
                    if (batch.size() > LINE_BYTES_MAX) {
                        break;
                    }
                }
                batch.writeTo(out);
                out.flush();
                batch.reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("The log cannot be written", e);
        }
    }

    private final class Lines implements OutputSink {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void accept(byte[] chunk, int length) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, from, i + 1 - from);
                    from = i + 1;
                    flush();
                }
            }
            line.write(chunk, from, length - from);
            if (line.size() > LINE_BYTES_MAX) {
                end();
            }
        }

        @Override
        public void end() {
            if (line.size() > 0) {
                line.write('\n');
                flush();
            }
        }

        private void flush() {
            byte[] whole = line.toByteArray();
            line.reset();
            functionBytes.add(whole.length);
            put(whole);
        }
    }
}
