package dev.breakeven.localcloud.function;

import dev.breakeven.localcloud.process.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A Java function as it is uploaded to Lambda: a zip with classes at its root, jars under {@code lib/}, or both. It is unpacked
 * once, for all the environments that run it, and the copy is deleted when the package is closed.
 */
public final class FunctionPackage implements AutoCloseable {

    private static final String ACCEPTED =
            "; accepted is a zip of at most 250 MB unpacked, with classes at its root or jars under lib/";
    private static final long UNPACKED_BYTES_MAX = 250L << 20;

    private final String name;
    private final FunctionConfiguration configuration;
    private final TemporaryDirectory taskRoot;

    private FunctionPackage(String name, FunctionConfiguration configuration, TemporaryDirectory taskRoot) {
        this.name = name;
        this.configuration = configuration;
        this.taskRoot = taskRoot;
    }

    /**
     * Unpacks a zip.
     *
     * @throws IllegalArgumentException if there is no such zip, or the handler's class is not in it
     */
    public static FunctionPackage unpack(Path zip, FunctionConfiguration configuration) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new IllegalArgumentException(zip + ": there is no such file" + ACCEPTED);
        }
        TemporaryDirectory taskRoot = TemporaryDirectory.create("breakeven-function");
        try {
            unpack(zip, taskRoot.path());
            FunctionPackage unpacked = new FunctionPackage(nameOf(zip), configuration, taskRoot);
            unpacked.requireHandler(zip);
            return unpacked;
        } catch (ZipException e) {
            taskRoot.close();
            throw new IllegalArgumentException(zip + ": this is not a zip (" + e.getMessage() + ")" + ACCEPTED, e);
        } catch (IOException | RuntimeException e) {
            taskRoot.close();
            throw e;
        }
    }

    /** What the function is called: the zip's file name without its ending. */
    public String name() {
        return name;
    }

    public FunctionConfiguration configuration() {
        return configuration;
    }

    /** Where the zip is unpacked. */
    Path taskRoot() {
        return taskRoot.path();
    }

    /** Deletes the unpacked copy; environments that still run from it must be closed before. */
    @Override
    public void close() {
        taskRoot.close();
    }

    private static String nameOf(Path zip) {
        String file = String.valueOf(zip.getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static void unpack(Path zip, Path target) throws IOException {
        try (ZipFile entries = new ZipFile(zip.toFile())) {
            long bytes = 0;
            for (Enumeration<? extends ZipEntry> all = entries.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                bytes += Math.max(0, entry.getSize());
                if (bytes > UNPACKED_BYTES_MAX) {
                    throw new IllegalArgumentException(zip + ": it unpacks to more than Lambda takes" + ACCEPTED);
                }
                unpack(zip, entries, entry, target);
            }
        }
    }

    private static void unpack(Path zip, ZipFile entries, ZipEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IllegalArgumentException(
                    zip + ": the entry " + entry.getName() + " would be unpacked outside of its directory" + ACCEPTED);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.resolveSibling(""));
            try (var content = entries.getInputStream(entry)) {
                Files.copy(content, file);
            }
        }
    }

    private void requireHandler(Path zip) throws IOException {
        String handlerClass = configuration.handlerClass();
        String file = handlerClass.replace('.', '/') + ".class";
        if (Files.isRegularFile(taskRoot().resolve(file))) {
            return;
        }
        for (Path jar : libraries()) {
            try (ZipFile entries = new ZipFile(jar.toFile())) {
                if (entries.getEntry(file) != null) {
                    return;
                }
            }
        }
        throw new IllegalArgumentException(zip + ": the handler's class " + handlerClass + " is neither at " + file
                + " nor in a jar under lib/" + ACCEPTED);
    }

    private List<Path> libraries() throws IOException {
        Path lib = taskRoot().resolve("lib");
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
