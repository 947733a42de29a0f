@NullMarked
package dev.breakeven.comparison.live;

import org.jspecify.annotations.NullMarked;
