package dev.breakeven.loadtest;

import dev.breakeven.comparison.simulation.LocalUse;

/**
 * What a run has used of the local cloud.
 *
 * @param sentence for who watches the run
 * @param coldStarts none, where servers answered
 * @param billed as its bill counts it
 */
record Used(String sentence, long coldStarts, int peak, double mean, LocalUse billed) {}
