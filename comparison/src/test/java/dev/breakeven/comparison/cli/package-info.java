/** The command as a user runs it. */
@NullMarked
package dev.breakeven.comparison.cli;

import org.jspecify.annotations.NullMarked;
