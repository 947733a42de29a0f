/** What was consumed in a month, item by item, as the provider meters it; from a file of the user's or from a simulation. */
@NullMarked
package dev.breakeven.comparison.usage;

import org.jspecify.annotations.NullMarked;
