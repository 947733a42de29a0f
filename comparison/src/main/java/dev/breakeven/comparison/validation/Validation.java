package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.simulation.Outcome;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What was predicted and what was observed, of each trial. */
public record Validation(List<Run> runs) {

    /** CPU time per request may change so much from before a run to after it. */
    static final double NOISE_MAX = 0.03;

    public Validation {
        runs = List.copyOf(runs);
    }

    /**
     * One trial.
     *
     * @param world in words
     * @param predictedMicros latencies
     * @param cpuMillisBefore the median CPU time of a request before the run
     * @param attempts how many were made, all but the last too noisy to count
     */
    public record Run(
            String service,
            String deployment,
            String world,
            Histogram predictedMicros,
            Outcome observed,
            List<Check> checks,
            double cpuMillisBefore,
            double cpuMillisAfter,
            int attempts) {

        public Run {
            checks = List.copyOf(checks);
        }

        /** Whether the machine was too busy with something else for the run to say anything. */
        public boolean isNoisy() {
            return Math.abs(cpuMillisAfter / cpuMillisBefore - 1) > NOISE_MAX;
        }

        public boolean isWithin() {
            return checks.stream().allMatch(Check::within);
        }
    }

    public boolean isNoisy() {
        return runs.stream().anyMatch(Run::isNoisy);
    }

    /** Whether all that was predicted came true, as far as the machine lets it be seen. */
    public boolean isWithin() {
        return runs.stream().allMatch(Run::isWithin);
    }

    /** Whether a run that is not too noisy shows a prediction to be wrong. */
    public boolean isRefuted() {
        return runs.stream().anyMatch(run -> !run.isNoisy() && !run.isWithin());
    }
}
