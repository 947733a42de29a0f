package dev.breakeven.loadtest;

import dev.breakeven.comparison.service.Service;

/**
 * As many in every second, {@code -Drate}, for {@code -Dseconds}.
 */
public final class SteadySimulation extends CrowdSimulation {

    public SteadySimulation() {
        this(Setting.service());
    }

    private SteadySimulation(Service service) {
        super(
                service,
                Shapes.steady(
                        "steady",
                        service,
                        Setting.number("rate", 20, 1, 10_000),
                        Setting.number("seconds", 30, 5, 86_400)));
    }
}
