package dev.breakeven.comparison.measurement;

import java.time.Duration;

/** The first call of a process, at the share of the CPU that was measured. */
public record FirstCall(Duration wall, Duration cpu) {}
