/** Tests of the ways of hosting and of their files. */
@NullMarked
package dev.breakeven.comparison.deployment;

import org.jspecify.annotations.NullMarked;
