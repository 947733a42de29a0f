/** The crowd as Gatling simulations: open arrivals against a server that is started for them, or against any URL. */
@NullMarked
package dev.breakeven.loadtest;

import org.jspecify.annotations.NullMarked;
