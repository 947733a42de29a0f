package dev.breakeven.comparison.usage;

import dev.breakeven.comparison.price.MeteringRules;
import java.math.BigDecimal;

/** The month that usage is of: how long it is, and how the provider counts in it. */
record Month(BigDecimal hours, MeteringRules rules) {}
