/** What the usage costs, line by line, in exact decimals. */
@NullMarked
package dev.breakeven.comparison.bill;

import org.jspecify.annotations.NullMarked;
