package dev.breakeven.comparison.usage;

import dev.breakeven.comparison.price.FreeTier;

/** Usage, and which free amounts are taken off it. */
public record UsageItem(Usage usage, FreeTier freeTier) {}
