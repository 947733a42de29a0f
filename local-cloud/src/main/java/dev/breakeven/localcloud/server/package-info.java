/**
 * Servers as they run on instances, a command that listens on a port it is given; a load balancer before them; and a group whose
 * number follows an alarm. An instance counts as started when its health check first passes.
 */
@NullMarked
package dev.breakeven.localcloud.server;

import org.jspecify.annotations.NullMarked;
