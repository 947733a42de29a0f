/** The command line: reads options, runs the stages one after another, and is the only place that prints or exits. */
@NullMarked
package dev.breakeven.comparison.cli;

import org.jspecify.annotations.NullMarked;
