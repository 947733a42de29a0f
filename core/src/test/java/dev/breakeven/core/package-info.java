/** The contract that every way in must pass, and the tests of what stands behind it. */
@NullMarked
package dev.breakeven.core;

import org.jspecify.annotations.NullMarked;
