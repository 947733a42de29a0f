package dev.breakeven.loadtest;

import dev.breakeven.comparison.service.Service;

/**
 * The same crowd for so long that what is not given back would be missed: {@code -Drate} in a second for {@code -Dminutes}.
 */
public final class SoakSimulation extends CrowdSimulation {

    public SoakSimulation() {
        this(Setting.service());
    }

    private SoakSimulation(Service service) {
        super(
                service,
                Shapes.steady(
                        "soak",
                        service,
                        Setting.number("rate", 20, 1, 10_000),
                        60 * Setting.number("minutes", 30, 1, 1_440)));
    }
}
