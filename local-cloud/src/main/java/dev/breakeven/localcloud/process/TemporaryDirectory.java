package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A directory that is gone, with all that is in it, once it is closed or the JVM has ended. */
public final class TemporaryDirectory implements AutoCloseable {

    private final Path path;

    private TemporaryDirectory(Path path) {
        this.path = path;
    }

    /** Creates a directory in the system's place for such, its name beginning with the given word. */
    public static TemporaryDirectory create(String name) throws IOException {
        return StillOpen.opened(() -> new TemporaryDirectory(Files.createTempDirectory(name + "-")));
    }

    public Path path() {
        return path;
    }

    /** Deletes the directory; links in it are deleted, not followed. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Deletion());
        } catch (NoSuchFileException e) {
            // It has been closed before.
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + path, e);
        }
        StillOpen.closed(this);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
