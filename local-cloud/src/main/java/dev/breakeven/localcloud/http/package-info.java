/** What the local cloud needs of HTTP: a server on loopback that keeps messages as they were sent, and bodies read without waiting. */
@NullMarked
package dev.breakeven.localcloud.http;

import org.jspecify.annotations.NullMarked;
