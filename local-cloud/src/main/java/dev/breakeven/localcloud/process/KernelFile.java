package dev.breakeven.localcloud.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of the kernel's that is written often, and so is opened once, when it is first needed. */
final class KernelFile implements Closeable {

    private final Path path;
    private @Nullable RandomAccessFile open;

    KernelFile(Path path) {
        this.path = path;
    }

    /**
     * In one write, which is what the kernel takes for one value.
     *
     * @throws NoSuchFileException if the kernel has taken the file away
     */
    synchronized void write(byte[] value) throws IOException {
        try {
            if (open == null) {
                open = new RandomAccessFile(path.toFile(), "rw");
            }
            open.seek(0);
            open.write(value);
        } catch (IOException e) {
            throw Files.exists(path) ? e : new NoSuchFileException(path.toString());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
