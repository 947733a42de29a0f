/** What one unit costs, from dated files that name their sources. A price that is missing is an error, never a zero. */
@NullMarked
package dev.breakeven.comparison.price;

import org.jspecify.annotations.NullMarked;
