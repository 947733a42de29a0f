package dev.breakeven.localcloud.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The last of what a process printed. All of it is read, so that the process never waits for a full pipe, and only the end is
 * kept, so that a talkative one takes no more memory than a quiet one.
 */
final class OutputTail {

    private static final int KEPT_BYTES = 16 * 1024;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final byte[] ring = new byte[KEPT_BYTES];
    private final OutputSink sink;
    private final Thread reader;
    private long written;

    OutputTail(InputStream output, String name, OutputSink sink) {
        this.sink = sink;
        reader = Thread.ofPlatform().daemon().name("reads " + name).start(() -> readAll(output));
    }

    private void readAll(InputStream output) {
        byte[] chunk = new byte[8192];
        try (output) {
            for (int length = output.read(chunk); length >= 0; length = output.read(chunk)) {
                keep(chunk, length);
                sink.accept(chunk, length);
            }
        } catch (IOException e) {
            // The pipe breaks when the process is killed; what was read before still stands.
        } finally {
            sink.end();
        }
    }

    private synchronized void keep(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (written++ % ring.length)] = chunk[i];
        }
    }

    /** Waits, but not for long, until everything that an ended process printed has been read. */
    void awaitEnd() throws InterruptedException {
        reader.join(LAST_WORDS);
    }

    synchronized String text() {
        int length = (int) Math.min(written, ring.length);
        byte[] kept = new byte[length];
        for (int i = 0; i < length; i++) {
            kept[i] = ring[(int) ((written - length + i) % ring.length)];
        }
        return new String(kept, UTF_8).strip();
    }
}
