package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Calibration;
import dev.breakeven.comparison.measurement.Machine;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.workload.Workload;
import java.time.Instant;
import java.util.List;

/** What a simulation answers: how a deployment would serve a workload, the service being as it was measured. */
public record Question(Workload workload, Deployment deployment, Measurements measured) {

    /** One that can be turned but not answered yet. */
    static Question unmeasured(Workload workload, Deployment deployment) {
        Machine machine = new Machine("", "", 0, "", 0, 0);
        return new Question(
                workload,
                deployment,
                new Measurements(Instant.EPOCH, machine, true, "", "", Calibration.NONE, List.of(), List.of()));
    }

    Question with(Workload other) {
        return new Question(other, deployment, measured);
    }

    Question with(Deployment other) {
        return new Question(workload, other, measured);
    }

    Question with(Measurements other) {
        return new Question(workload, deployment, other);
    }
}
