/** What is made of measured numbers. */
@NullMarked
package dev.breakeven.comparison.measurement;

import org.jspecify.annotations.NullMarked;
