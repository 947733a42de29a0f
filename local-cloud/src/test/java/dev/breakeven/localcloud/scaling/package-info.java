/** The law of scaling, decision by decision. */
@NullMarked
package dev.breakeven.localcloud.scaling;

import org.jspecify.annotations.NullMarked;
