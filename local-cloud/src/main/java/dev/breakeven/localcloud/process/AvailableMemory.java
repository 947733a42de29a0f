package dev.breakeven.localcloud.process;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What new processes could use of this machine's memory without swapping: {@code MemAvailable} (proc(5)), and where this process
 * is itself held to less than the machine has, what is left of that.
 */
public final class AvailableMemory {

    private static final Path MEMORY = Path.of("/proc/meminfo");

    private AvailableMemory() {}

    /** In MB of 1,048,576 bytes, as Lambda counts; empty where it is not known. */
    public static OptionalLong megabytes() {
        OptionalLong bytes = bytes();
        return bytes.isPresent() ? OptionalLong.of(bytes.getAsLong() >> 20) : bytes;
    }

    /** Empty where it is not known. */
    public static OptionalLong bytes() {
        OptionalLong available = field("MemAvailable:");
        OptionalLong machine = field("MemTotal:");
        if (available.isEmpty()
                || machine.isEmpty()
                || !(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return available;
        }
        boolean held = system.getTotalMemorySize() < machine.getAsLong();
        return held ? OptionalLong.of(Math.min(available.getAsLong(), system.getFreeMemorySize())) : available;
    }

    private static OptionalLong field(String name) {
        try {
            for (String line : Files.readAllLines(MEMORY)) {
                if (line.startsWith(name)) {
                    String kibibytes =
                            line.substring(name.length()).replace("kB", "").strip();
                    return OptionalLong.of(Long.parseLong(kibibytes) * 1024);
                }
            }
        } catch (IOException e) {
            // This is not Linux.
        }
        return OptionalLong.empty();
    }
}
