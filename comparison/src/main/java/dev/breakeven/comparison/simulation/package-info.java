/** A workload replayed on a deployment, request by request, in simulated time. What callers saw and what was used comes out. */
@NullMarked
package dev.breakeven.comparison.simulation;

import org.jspecify.annotations.NullMarked;
