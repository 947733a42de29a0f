/** Functions that work and functions that fail, run as Lambda would run them. */
@NullMarked
package dev.breakeven.localcloud.function;

import org.jspecify.annotations.NullMarked;
