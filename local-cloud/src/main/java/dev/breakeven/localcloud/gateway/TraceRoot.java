package dev.breakeven.localcloud.gateway;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The trace header that fronts add to a request: when it came, and a number. */
final class TraceRoot {

    private TraceRoot() {}

    static String next() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "Root=1-" + hex.toHexDigits((int) Instant.now().getEpochSecond()) + "-"
                + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextInt());
    }
}
