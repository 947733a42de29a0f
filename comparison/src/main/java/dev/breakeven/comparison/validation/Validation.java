package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.simulation.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What was predicted and what was observed, of each trial. */
public record Validation(List<Run> runs) {

    public Validation {
        runs = List.copyOf(runs);
    }

    /**
     * One trial.
     *
     * @param world in words
     * @param predictedMicros latencies
     * @param faulty what a model would have been checked by that is wrong on purpose; such a prediction must not come true
     * @param attempts how many were made, all but the last too noisy to count
     */
    public record Run(
            String service,
            String deployment,
            String world,
            Histogram predictedMicros,
            Outcome observed,
            List<Check> checks,
            Map<Fault, List<Check>> faulty,
            Noise noise,
            int attempts) {

        public Run {
            checks = List.copyOf(checks);
            faulty = Collections.unmodifiableMap(new LinkedHashMap<>(faulty));
        }

        /** Whether the machine was too busy with something else for the run to say anything. */
        public boolean isNoisy() {
            return noise.isTooMuch();
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
