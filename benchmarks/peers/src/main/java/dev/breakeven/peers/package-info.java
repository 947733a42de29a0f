/** What the adapters are measured against, deployed as they are. Nothing but the benchmarks uses it. */
@NullMarked
package dev.breakeven.peers;

import org.jspecify.annotations.NullMarked;
