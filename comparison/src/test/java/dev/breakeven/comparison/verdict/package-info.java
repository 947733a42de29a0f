/** What is concluded from a comparison. */
@NullMarked
package dev.breakeven.comparison.verdict;

import org.jspecify.annotations.NullMarked;
