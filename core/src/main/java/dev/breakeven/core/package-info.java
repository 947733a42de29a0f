/**
 * The service with the transport taken off: a request goes in, a response comes out. Nothing here knows of sockets, of Lambda
 * or of any cloud.
 */
@NullMarked
package dev.breakeven.core;

import org.jspecify.annotations.NullMarked;
