/** What several tests share. */
@NullMarked
package dev.breakeven.localcloud;

import org.jspecify.annotations.NullMarked;
