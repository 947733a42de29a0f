/** Who calls, when, and with what. The same seed gives the same requests to every deployment. */
@NullMarked
package dev.breakeven.comparison.workload;

import org.jspecify.annotations.NullMarked;
