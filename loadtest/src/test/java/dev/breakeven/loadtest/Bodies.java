package dev.breakeven.loadtest;

import dev.breakeven.comparison.service.Body;
import java.util.Map;
import java.util.TreeMap;

/** Bodies of one kind of request. To write text takes time, so that after some of them those that there are do, too. */
final class Bodies {

    private static final int MADE_MAX = 64;

    private final Body body;
    private final TreeMap<Long, byte[]> made = new TreeMap<>();

    Bodies(Body body) {
        this.body = body;
    }

    /** One of about so many bytes. */
    byte[] closest(double size) {
        long possible = body.closest(size);
        if (made.size() < MADE_MAX) {
            return made.computeIfAbsent(possible, body::bytes);
        }
        Map.Entry<Long, byte[]> smaller = made.floorEntry(possible);
        return (smaller == null ? made.firstEntry() : smaller).getValue();
    }
}
