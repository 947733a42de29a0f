package dev.breakeven.localcloud.function;

import dev.breakeven.localcloud.process.TemporaryDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A function as it is uploaded to Lambda: of Java, a zip with classes at its root, jars under {@code lib/}, or both; of anything
 * else, a zip with an executable named {@code bootstrap}, or that executable where it is. A zip is unpacked once, for all the
 * environments that run it, and the copy is deleted when the package is closed.
 */
public final class FunctionPackage implements AutoCloseable {

    private static final String BOOTSTRAP = "bootstrap";
    private static final String ACCEPTED =
            "; accepted is a zip of at most 250 MB unpacked, with classes at its root or jars under lib/";
    private static final String ACCEPTED_BOOTSTRAP =
            "; accepted is a file that may be executed, or a zip of at most 250 MB unpacked with one named bootstrap at its"
                    + " root";
    private static final byte[] ZIP_BEGINS = {'P', 'K', 3, 4};
    private static final long UNPACKED_BYTES_MAX = 250L << 20;

    private final String name;
    private final FunctionConfiguration configuration;
    private final Path taskRoot;
    private final Optional<Path> bootstrap;
    private final Optional<TemporaryDirectory> copy;

    private FunctionPackage(
            String name,
            FunctionConfiguration configuration,
            Path taskRoot,
            Optional<Path> bootstrap,
            Optional<TemporaryDirectory> copy) {
        this.name = name;
        this.configuration = configuration;
        this.taskRoot = taskRoot;
        this.bootstrap = bootstrap;
        this.copy = copy;
    }

    /**
     * Unpacks a zip of Java.
     *
     * @throws IllegalArgumentException if there is no such zip, or the handler's class is not in it
     */
    public static FunctionPackage unpack(Path zip, FunctionConfiguration configuration) throws IOException {
        return unpacked(zip, ACCEPTED, copy -> {
            FunctionPackage unpacked =
                    new FunctionPackage(nameOf(zip), configuration, copy.path(), Optional.empty(), Optional.of(copy));
            unpacked.requireHandler(zip);
            return unpacked;
        });
    }

    /**
     * Takes an executable that polls the Runtime API itself: a file that runs where it is, or a zip that holds one.
     *
     * @throws IllegalArgumentException if there is none, or it may not be executed
     */
    public static FunctionPackage bootstrap(Path path, FunctionConfiguration configuration) throws IOException {
        if (isZip(path)) {
            return unpacked(path, ACCEPTED_BOOTSTRAP, copy -> {
                Path program = copy.path().resolve(BOOTSTRAP);
                requireExecutable(program, path + ": its " + BOOTSTRAP);
                return new FunctionPackage(
                        nameOf(path), configuration, copy.path(), Optional.of(program), Optional.of(copy));
            });
        }
        Path program = path.toAbsolutePath().normalize();
        requireExecutable(program, path.toString());
        return new FunctionPackage(
                nameOf(path), configuration, program.resolveSibling(""), Optional.of(program), Optional.empty());
    }

    /** What the function is called: the zip's file name without its ending. */
    public String name() {
        return name;
    }

    public FunctionConfiguration configuration() {
        return configuration;
    }

    /** Where the zip is unpacked, or where the executable is. */
    Path taskRoot() {
        return taskRoot;
    }

    /** The program of an environment, which may keep files of its own in the directory. */
    List<String> command(Path directory) throws IOException {
        return bootstrap.isPresent() ? List.of(bootstrap.get().toString()) : JavaRuntime.command(this, directory);
    }

    /** What the function finds as {@code AWS_EXECUTION_ENV}; nothing if it brings a runtime of its own. */
    Optional<String> managedRuntime() {
        return bootstrap.isPresent()
                ? Optional.empty()
                : Optional.of("AWS_Lambda_java" + Runtime.version().feature());
    }

    /** Deletes the unpacked copy; environments that still run from it must be closed before. */
    @Override
    public void close() {
        copy.ifPresent(TemporaryDirectory::close);
    }

    @FunctionalInterface
    private interface Opening {
        FunctionPackage open(TemporaryDirectory copy) throws IOException;
    }

    private static FunctionPackage unpacked(Path zip, String accepted, Opening opening) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new IllegalArgumentException(zip + ": there is no such file" + accepted);
        }
        TemporaryDirectory copy = TemporaryDirectory.create("breakeven-function");
        try {
            unpack(zip, copy.path());
            return opening.open(copy);
        } catch (ZipException e) {
            copy.close();
            throw new IllegalArgumentException(zip + ": this is not a zip (" + e.getMessage() + ")" + accepted, e);
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static boolean isZip(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream file = Files.newInputStream(path)) {
            return Arrays.equals(file.readNBytes(ZIP_BEGINS.length), ZIP_BEGINS);
        }
    }

    private static void requireExecutable(Path program, String what) {
        if (!Files.isRegularFile(program)) {
            throw new IllegalArgumentException(what + " is not there" + ACCEPTED_BOOTSTRAP);
        }
        if (!Files.isExecutable(program)) {
            throw new IllegalArgumentException(
                    what + " may not be executed (chmod +x " + program.getFileName() + ")" + ACCEPTED_BOOTSTRAP);
        }
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
        restorePermissions(zip, target);
    }

    /** {@link ZipFile} knows nothing of them, and a bootstrap is nothing without its execute bit. */
    private static void restorePermissions(Path zip, Path target) throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(zip);
                Stream<Path> entries = Files.walk(archive.getPath("/"))) {
            for (Path entry : (Iterable<Path>) entries.filter(Files::isRegularFile)::iterator) {
                @Nullable Object permissions = Files.getAttribute(entry, "zip:permissions");
                if (permissions instanceof Set<?> set && set.contains(PosixFilePermission.OWNER_EXECUTE)) {
                    Path file = target.resolve(entry.toString().substring(1));
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
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
