package dev.breakeven.localcloud.function;

import java.time.Duration;

/**
 * One call of a function, as it was measured.
 *
 * @param duration from the moment the function was given the event to the moment its answer was here in full
 * @param cpuTime what the environment used meanwhile, the JVM's own threads included; zero if its process ended before the
 *     answer, for then nothing is left to ask
 */
public record Invocation(String requestId, Answer answer, Duration duration, Duration cpuTime) {}
