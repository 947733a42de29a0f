/** Whether the benchmarks still run and ask what they say, and whether the modules keep to their arrows. Nothing is timed. */
@NullMarked
package dev.breakeven.benchmarks;

import org.jspecify.annotations.NullMarked;
