/** Servers that start and servers that do not, and the programs that they are. */
@NullMarked
package dev.breakeven.localcloud.server;

import org.jspecify.annotations.NullMarked;
