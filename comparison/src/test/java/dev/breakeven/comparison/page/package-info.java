/** What reports say, read as their readers read it. */
@NullMarked
package dev.breakeven.comparison.page;

import org.jspecify.annotations.NullMarked;
