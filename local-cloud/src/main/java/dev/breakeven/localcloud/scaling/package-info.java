/**
 * When the number of servers changes: one law, by which the local cloud scales real processes and the simulator scales simulated
 * ones. It knows neither.
 */
@NullMarked
package dev.breakeven.localcloud.scaling;

import org.jspecify.annotations.NullMarked;
