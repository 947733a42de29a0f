/** TinySite: a whole page in one IPv4 datagram that no network fragments. The service that costs almost nothing. */
@NullMarked
package dev.breakeven.core.tinysite;

import org.jspecify.annotations.NullMarked;
