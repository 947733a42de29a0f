package dev.breakeven.comparison.price;

/** What an item costs. */
public record Price(Item item, String unit, Tariff tariff) {}
