/** Stories of a service and its crowd on every way of hosting it, with their outcomes checked in. */
@NullMarked
package dev.breakeven.comparison.scenario;

import org.jspecify.annotations.NullMarked;
