/** The rules that hold across the packages. */
@NullMarked
package dev.breakeven.comparison;

import org.jspecify.annotations.NullMarked;
