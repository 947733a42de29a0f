/** Which deployment is the cheaper one, what callers notice, and what would change the answer. */
@NullMarked
package dev.breakeven.comparison.verdict;

import org.jspecify.annotations.NullMarked;
