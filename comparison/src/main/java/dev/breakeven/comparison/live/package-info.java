/** The comparison as a page that asks again: who calls, where it is hosted, in which region; worked out while one looks on. */
@NullMarked
package dev.breakeven.comparison.live;

import org.jspecify.annotations.NullMarked;
