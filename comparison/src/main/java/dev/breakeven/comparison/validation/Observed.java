package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.simulation.Outcome;

/**
 * What happened.
 *
 * @param callersLateMillis how long after they were due one request in a hundred was sent, or later
 */
record Observed(Outcome outcome, double callersLateMillis) {}
