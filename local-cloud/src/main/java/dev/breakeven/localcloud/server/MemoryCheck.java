package dev.breakeven.localcloud.server;

import dev.breakeven.localcloud.process.AvailableMemory;
import java.util.OptionalLong;

/**
 * Whether as many instances as there may be fit into memory, if each takes what the first one took to start.
 *
 * @param each bytes; 0 where it is not known
 * @param available bytes, with the first one already running
 */
record MemoryCheck(int max, long each, OptionalLong available) {

    private static final long MEBIBYTE = 1024 * 1024;

    static MemoryCheck of(Instance first, int max) {
        return new MemoryCheck(max, first.peakMemoryBytes().orElse(0), AvailableMemory.bytes());
    }

    /** Refuses with the arithmetic. */
    void refuseIfTooMany() {
        if (each > 0 && available.isPresent() && (max - 1) * each > available.getAsLong()) {
            throw new IllegalArgumentException("The group may have " + max + " instances, and the first one took "
                    + each / MEBIBYTE + " MiB to start: the " + (max - 1) + " others would take "
                    + (max - 1) * each / MEBIBYTE + " MiB, and " + available.getAsLong() / MEBIBYTE
                    + " MiB are available; accepted is a maximum of up to " + (1 + available.getAsLong() / each));
        }
    }
}
