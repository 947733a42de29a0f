package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What could be used of this machine's memory without swapping: {@code MemAvailable} (proc(5)). */
public final class FreeMemory {

    private static final String FIELD = "MemAvailable:";

    private FreeMemory() {}

    /** In MB of 1,048,576 bytes, as Lambda counts; empty where it is not known. */
    public static OptionalLong megabytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith(FIELD)) {
                    return OptionalLong.of(Long.parseLong(line.substring(FIELD.length())
                                    .replace("kB", "")
                                    .strip())
                            / 1024);
                }
            }
        } catch (IOException e) {
            // This is not Linux.
        }
        return OptionalLong.empty();
    }
}
