/** Arrivals against what their rates and logs promise, and what is refused. */
@NullMarked
package dev.breakeven.comparison.workload;

import org.jspecify.annotations.NullMarked;
