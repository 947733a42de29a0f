package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The largest resident set of a process so far, which Linux keeps as {@code VmHWM} (proc(5)). */
final class PeakMemory {

    private static final String FIELD = "VmHWM:";

    private PeakMemory() {}

    static OptionalLong bytesOf(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith(FIELD)) {
                    String kibibytes =
                            line.substring(FIELD.length()).replace("kB", "").strip();
                    return OptionalLong.of(Long.parseLong(kibibytes) * 1024);
                }
            }
        } catch (IOException e) {
            // The process has ended, or this is not Linux.
        }
        return OptionalLong.empty();
    }
}
