package dev.breakeven.comparison.price;

import java.time.LocalDate;

/**
 * How we know a price.
 *
 * @param asOf the day on which the source had it
 * @param grade A: the provider's own page or data; B: a dated reading of it by others; C: others' word; D: our arithmetic
 */
public record Evidence(String source, LocalDate asOf, String grade) {}
