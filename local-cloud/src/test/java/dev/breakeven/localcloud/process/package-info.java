/** Children that talk, spin, ignore signals and start others, and the programs that they run. */
@NullMarked
package dev.breakeven.localcloud.process;

import org.jspecify.annotations.NullMarked;
