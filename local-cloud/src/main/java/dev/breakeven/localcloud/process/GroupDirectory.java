package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A control group in one hierarchy: a directory whose files are the kernel's. */
record GroupDirectory(Path path) {

    static final String MEMBERS = "cgroup.procs";
    private static final Duration REMOVED_WITHIN = Duration.ofSeconds(5);
    private static final long BETWEEN_TRIES_NANOS = 1_000_000;

    static GroupDirectory create(Path parent, String name) throws IOException {
        return new GroupDirectory(Files.createDirectory(parent.resolve(name)));
    }

    String read(String file) throws IOException {
        return Files.readString(path.resolve(file)).strip();
    }

    /** A number of one of its files that has a line for each, by name. */
    long number(String file, String name) throws IOException {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IOException(file + " has no " + name + " in " + path));
    }

    /** In one write, which is what the kernel takes for one value; a file that is not there is not made. */
    void write(String file, String value) throws IOException {
        Files.writeString(path.resolve(file), value, StandardOpenOption.WRITE);
    }

    /** One of its files, to be written often; closed when the group is removed with it. */
    KernelFile kernelFile(String file) {
        return new KernelFile(path.resolve(file));
    }

    void add(long pid) throws IOException {
        write(MEMBERS, Long.toString(pid));
    }

    List<Long> members() throws IOException {
        try {
            return read(MEMBERS).lines().map(Long::valueOf).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Closes a file of it and removes it. */
    void remove(KernelFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not close a file of the control group " + path, e);
        }
        remove();
    }

    /** Removes it; a member that has been killed may take a moment to leave. */
    void remove() {
        long deadlineNanos = System.nanoTime() + REMOVED_WITHIN.toNanos();
        while (true) {
            try {
                Files.deleteIfExists(path);
                return;
            } catch (IOException busy) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new UncheckedIOException("Could not remove the control group " + path, busy);
                }
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }
}
