/** The simulator against stories worked by hand and against queueing theory. */
@NullMarked
package dev.breakeven.comparison.simulation;

import org.jspecify.annotations.NullMarked;
