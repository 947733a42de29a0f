package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.process.AvailableMemory;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How many environments there may be at once.
 *
 * @param why as a clause that can stand behind the number
 */
record Concurrency(int environments, String why) {

    /** What an account may have in a region to begin with. */
    private static final int ACCOUNT_LIMIT = 1_000;

    static Concurrency of(LocalFunctionsSettings settings) {
        return of(settings.concurrency(), settings.memoryMegabytes(), AvailableMemory.megabytes());
    }

    /** What was asked for, if it fits; else as many as fit, and one in any case. */
    static Concurrency of(OptionalInt asked, int memoryMegabytes, OptionalLong freeMegabytes) {
        long fit = freeMegabytes.isPresent() ? freeMegabytes.getAsLong() / memoryMegabytes : ACCOUNT_LIMIT;
        if (asked.isEmpty()) {
            int environments = Math.clamp(fit, 1, ACCOUNT_LIMIT);
            return new Concurrency(
                    environments,
                    fit >= ACCOUNT_LIMIT
                            ? "what an account may have to begin with"
                            : text("as many of %,d MB as %,d MB of free memory hold", memoryMegabytes, freeMegabytes));
        }
        if (freeMegabytes.isPresent() && asked.getAsInt() > fit) {
            throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "A concurrency of %,d with %,d MB each needs %,d MB of memory, and ",
                            asked.getAsInt(),
                            memoryMegabytes,
                            (long) asked.getAsInt() * memoryMegabytes)
                    + String.format(
                            Locale.ROOT,
                            "%,d MB are free; accepted is up to %,d, or less memory for each",
                            freeMegabytes.getAsLong(),
                            fit));
        }
        return new Concurrency(asked.getAsInt(), "as was asked for");
    }

    private static String text(String form, int memoryMegabytes, OptionalLong freeMegabytes) {
        return String.format(Locale.ROOT, form, memoryMegabytes, freeMegabytes.orElse(0));
    }
}
