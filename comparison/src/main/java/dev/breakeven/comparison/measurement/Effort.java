package dev.breakeven.comparison.measurement;

import java.time.Duration;

/**
 * How long to look.
 *
 * @param starts of processes, for each route
 * @param callsPerStart calls of a young process, the first included
 * @param warmUpCalls of the process that is then measured warm, at the most
 * @param warmUpMax the same in time
 * @param callsMin warm calls of each payload, however long they take; of fewer than six no median is known to any precision
 * @param perSize for warm calls of each payload, until they are precise enough
 * @param pause between a call's end and the next: a process that is never at rest, with its caches warm and not frozen, is faster
 *     than one that callers come to now and then
 */
public record Effort(
        int starts,
        int callsPerStart,
        int warmUpCalls,
        Duration warmUpMax,
        int callsMin,
        Duration perSize,
        Duration pause) {

    /** In well under a minute for a service of two routes. */
    public static final Effort QUICK =
            new Effort(5, 8, 4_096, Duration.ofMillis(2_500), 6, Duration.ofSeconds(1), Duration.ofMillis(1));

    /** What a result needs that is to be kept. */
    public static final Effort FULL =
            new Effort(20, 32, 16_384, Duration.ofSeconds(30), 30, Duration.ofSeconds(20), Duration.ofMillis(10));
}
