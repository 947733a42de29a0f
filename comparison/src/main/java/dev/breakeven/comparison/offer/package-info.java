/** Reads AWS's public price list files into price lists of ours. What was not found is kept and marked, and nothing is guessed. */
@NullMarked
package dev.breakeven.comparison.offer;

import org.jspecify.annotations.NullMarked;
