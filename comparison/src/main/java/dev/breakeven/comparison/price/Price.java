package dev.breakeven.comparison.price;

import java.time.LocalDate;

/**
 * What an item costs, and how we know.
 *
 * @param grade A: the provider's own page or data; B: a dated reading of it by others; C: others' word; D: our arithmetic
 */
public record Price(
        String service, String item, String unit, Tariff tariff, String source, LocalDate asOf, String grade) {}
