/** Bands, and a caller that is not fooled by its own lateness. */
@NullMarked
package dev.breakeven.comparison.validation;

import org.jspecify.annotations.NullMarked;
