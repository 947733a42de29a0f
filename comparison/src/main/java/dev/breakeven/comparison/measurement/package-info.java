/** How the service behaved when it was run as real processes, and what had to be assumed instead. */
@NullMarked
package dev.breakeven.comparison.measurement;

import org.jspecify.annotations.NullMarked;
