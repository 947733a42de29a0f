/** The ways of hosting: a closed set of shapes, with many configurations in data files. */
@NullMarked
package dev.breakeven.comparison.deployment;

import org.jspecify.annotations.NullMarked;
