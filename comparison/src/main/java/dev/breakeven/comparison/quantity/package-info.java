/** Durations, sizes, distributions: numbers that carry their unit, and the forms in which users write them. */
@NullMarked
package dev.breakeven.comparison.quantity;

import org.jspecify.annotations.NullMarked;
