/**
 * The way into the service through a server of our own: HTTP/1.1 in, core's requests and responses behind it. Nothing here
 * knows a route or decides an answer.
 */
@NullMarked
package dev.breakeven.server;

import org.jspecify.annotations.NullMarked;
