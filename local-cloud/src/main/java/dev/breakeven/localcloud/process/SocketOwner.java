package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out on Linux who is at the other end of a connection on loopback: the kernel lists connections with the number of each
 * socket ({@code /proc/net/tcp}), and the files of a process with the same numbers (proc(5)).
 */
public final class SocketOwner {

    private static final List<Path> CONNECTIONS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int INODE = 9;

    private SocketOwner() {}

    /** Whether it can be found out here. */
    public static boolean isKnown() {
        return Files.isReadable(CONNECTIONS.getFirst());
    }

    /**
     * Whether one of these processes has the far end of a connection.
     *
     * @param farPort of the other end
     * @param nearPort of this end
     */
    public static boolean isOneOf(List<Long> processes, int farPort, int nearPort) throws IOException {
        Optional<String> socket = socket(farPort, nearPort);
        if (socket.isPresent()) {
            for (long process : processes) {
                if (has(process, socket.get())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As it stands among the files of a process: {@code socket:[4711]}. */
    private static Optional<String> socket(int farPort, int nearPort) throws IOException {
        String far = String.format(Locale.ROOT, ":%04X", farPort);
        String near = String.format(Locale.ROOT, ":%04X", nearPort);
        for (Path connections : existing()) {
            for (String line : Files.readAllLines(connections)) {
                String[] fields = line.strip().split(" +", -1);
                if (fields.length > INODE && fields[LOCAL].endsWith(far) && fields[REMOTE].endsWith(near)) {
                    return Optional.of("socket:[" + fields[INODE] + "]");
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> existing() {
        List<Path> existing = new ArrayList<>(CONNECTIONS);
        existing.removeIf(path -> !Files.isReadable(path));
        return existing;
    }

    private static boolean has(long process, String socket) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(process), "fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)
                        && Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It has ended, or closed the file that was just listed.
        }
        return false;
    }
}
