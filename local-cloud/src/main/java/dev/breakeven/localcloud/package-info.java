/**
 * A cloud on one machine: packaged functions and servers run as real processes on loopback. Nothing here knows what service
 * they are.
 */
@NullMarked
package dev.breakeven.localcloud;

import org.jspecify.annotations.NullMarked;
