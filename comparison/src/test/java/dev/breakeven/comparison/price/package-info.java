/** Price lists and what is wrong with a broken one. */
@NullMarked
package dev.breakeven.comparison.price;

import org.jspecify.annotations.NullMarked;
