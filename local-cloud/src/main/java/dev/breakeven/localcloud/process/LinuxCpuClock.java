package dev.breakeven.localcloud.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time from {@code /proc} (proc(5)), where no single file has it all: the {@code schedstat} of each thread counts
 * nanoseconds, but of living threads only; {@code stat} counts the ended ones too, but in hundredths of a second rounded down.
 * So the last figure of a thread that is gone is kept, and whenever {@code stat} knows of more than was seen, the difference
 * is what threads used between their last sighting and their end.
 *
 * <p>At most the two hundredths that {@code stat} rounds off are missed. The figure of a thread that is running is as old as
 * the last timer tick, 1 to 10 ms; that of one that waits, as after an answer, is exact. A control group would count
 * everything, but making one needs rights that a developer seldom has.
 */
final class LinuxCpuClock implements CpuClock {

    private static final Path PROC = Path.of("/proc");

    // USER_HZ is part of the kernel's interface: 100 wherever Java runs.
    private static final long NANOS_PER_TICK = 10_000_000;

    // Fields 14 and 15, counted from the one after the command, which alone may hold blanks and brackets.
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Path process;
    private Map<String, Long> nanosOfThreads = Map.of();
    private long nanosOfEnded;

    LinuxCpuClock(long pid) {
        this.process = PROC.resolve(Long.toString(pid));
    }

    static boolean isAvailable() {
        return Files.isReadable(PROC.resolve("self/schedstat"));
    }

    @Override
    public synchronized long nanos() {
        try {
            // Before the threads, so that what they use meanwhile is not taken for an ended thread's.
            long countedNanos = ticks() * NANOS_PER_TICK;
            keep(threads());
            nanosOfEnded += Math.max(0, countedNanos - seenNanos());
        } catch (IOException | DirectoryIteratorException e) {
            // The process has ended; what was last seen stands.
        }
        return seenNanos();
    }

    private long ticks() throws IOException {
        String stat = Files.readString(process.resolve("stat"), US_ASCII);
        String[] fields = stat.substring(stat.lastIndexOf(") ") + 2).split(" ", -1);
        return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    }

    private Map<String, Long> threads() throws IOException {
        Map<String, Long> nanos = new HashMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
            for (Path thread : threads) {
                try {
                    String schedstat = Files.readString(thread.resolve("schedstat"), US_ASCII);
                    nanos.put(thread.toString(), Long.parseLong(schedstat.substring(0, schedstat.indexOf(' '))));
                } catch (IOException e) {
                    // The thread ended after it was listed.
                }
            }
        }
        return nanos;
    }

    private void keep(Map<String, Long> now) {
        nanosOfThreads.forEach((thread, before) -> {
            // Gone, or its number has been given to a new thread.
            if (now.getOrDefault(thread, 0L) < before) {
                nanosOfEnded += before;
            }
        });
        nanosOfThreads = now;
    }

    private long seenNanos() {
        return nanosOfEnded
                + nanosOfThreads.values().stream().mapToLong(Long::longValue).sum();
    }
}
