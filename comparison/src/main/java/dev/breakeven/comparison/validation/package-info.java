/** A prediction of a burst, the burst itself on real processes, and how far off the prediction was. */
@NullMarked
package dev.breakeven.comparison.validation;

import org.jspecify.annotations.NullMarked;
