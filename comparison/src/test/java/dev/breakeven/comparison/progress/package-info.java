/** Tests of how far work has come. */
@NullMarked
package dev.breakeven.comparison.progress;

import org.jspecify.annotations.NullMarked;
