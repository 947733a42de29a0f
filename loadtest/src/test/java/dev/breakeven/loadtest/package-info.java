/** The crowd as Gatling simulations: open arrivals against functions or servers in the local cloud, or any URL. */
@NullMarked
package dev.breakeven.loadtest;

import org.jspecify.annotations.NullMarked;
