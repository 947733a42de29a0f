package dev.breakeven.loadtest;

import dev.breakeven.comparison.service.Service;

/**
 * The front page in scaled time: hardly anybody, then a steep rise, a plateau, and a slow decay. {@code -Dpeak} arrive in a second at
 * the peak, as many as this machine can take if nothing is said, and all of it takes {@code -Dseconds}.
 */
public final class BurstSimulation extends CrowdSimulation {

    /** Callers, the balancer and the servers share the machine's processors. */
    private static final int PEAK_PER_PROCESSOR = 10;

    public BurstSimulation() {
        this(Setting.service());
    }

    private BurstSimulation(Service service) {
        super(
                service,
                Shapes.burst(
                        service,
                        Setting.number(
                                "peak",
                                PEAK_PER_PROCESSOR * Runtime.getRuntime().availableProcessors(),
                                1,
                                10_000),
                        Setting.number("seconds", 30, 5, 86_400)));
    }
}
