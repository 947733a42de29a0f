package dev.breakeven.localcloud.function;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** X-Ray's trace header, for a call that is not sampled. */
final class TraceId {

    private TraceId() {}

    static String next(Instant now) {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "Root=1-" + hex.toHexDigits((int) now.getEpochSecond()) + "-" + hex.toHexDigits(random.nextLong())
                + hex.toHexDigits(random.nextInt()) + ";Parent=" + hex.toHexDigits(random.nextLong()) + ";Sampled=0";
    }
}
