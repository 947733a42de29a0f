/** Usage as users write it, read and refused. */
@NullMarked
package dev.breakeven.comparison.usage;

import org.jspecify.annotations.NullMarked;
