package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.measurement.Measurements;

/** A service that takes so many times as long. */
final class Slower {

    private Slower() {}

    static Measurements by(double factor, Measurements measured) {
        return measured.with(host -> host.with(route ->
                route.withCpu(route.cpu().times(factor)).withWaits(route.waits().times(factor))));
    }
}
