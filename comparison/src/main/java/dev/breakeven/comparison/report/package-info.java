/** The same comparison for people and for programs. Nothing is computed here that is not computed before. */
@NullMarked
package dev.breakeven.comparison.report;

import org.jspecify.annotations.NullMarked;
