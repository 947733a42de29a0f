/** Arrivals against what a Poisson process promises. */
@NullMarked
package dev.breakeven.comparison.workload;

import org.jspecify.annotations.NullMarked;
