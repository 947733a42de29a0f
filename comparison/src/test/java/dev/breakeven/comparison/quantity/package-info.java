/** Units and distributions, and what is refused. */
@NullMarked
package dev.breakeven.comparison.quantity;

import org.jspecify.annotations.NullMarked;
