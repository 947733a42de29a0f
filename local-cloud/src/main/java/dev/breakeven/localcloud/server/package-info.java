/**
 * Servers as they run on instances: a command that listens on a port it is given. An instance counts as started when its
 * health check first passes.
 */
@NullMarked
package dev.breakeven.localcloud.server;

import org.jspecify.annotations.NullMarked;
