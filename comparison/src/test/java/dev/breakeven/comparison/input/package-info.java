/** Refusals are read as a user would read them. */
@NullMarked
package dev.breakeven.comparison.input;

import org.jspecify.annotations.NullMarked;
