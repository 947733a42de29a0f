package dev.breakeven.loadtest;

import dev.breakeven.comparison.service.Service;
import java.time.Duration;

/**
 * Any workload that {@code compare} takes, {@code -Dworkload}, request by request as it is simulated; of a longer one the busiest
 * {@code -Dseconds}.
 */
public final class WorkloadSimulation extends CrowdSimulation {

    public WorkloadSimulation() {
        this(Setting.service());
    }

    private WorkloadSimulation(Service service) {
        super(
                service,
                Setting.workload(service, "front-page")
                        .busiest(Duration.ofSeconds(Setting.number("seconds", 60, 5, 86_400)), Duration.ZERO));
    }
}
