package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.quantity.Distribution;

/**
 * What requests take of a server, given and not measured, in nanoseconds.
 *
 * @param cpu of one processor
 * @param waiting beyond that, without one
 */
public record ServerTimes(Distribution cpu, Distribution waiting) {}
