/**
 * What stands between a caller and a function: HTTP in, event out, and the function's answer back into HTTP. Each front has
 * its own form of event; nothing here opens a socket.
 */
@NullMarked
package dev.breakeven.localcloud.gateway;

import org.jspecify.annotations.NullMarked;
