/** The contract over a real socket, and what only a socket shows: single bytes, broken messages, senders that do not stop. */
@NullMarked
package dev.breakeven.server;

import org.jspecify.annotations.NullMarked;
