/**
 * What stands between a caller and a function: HTTP in, event out, and the function's answer back into HTTP. Each front has
 * its own form of event. {@link dev.breakeven.localcloud.gateway.LocalFunctions} is the whole of it, listening on loopback.
 */
@NullMarked
package dev.breakeven.localcloud.gateway;

import org.jspecify.annotations.NullMarked;
