package dev.breakeven.comparison.deployment;

import java.time.Duration;

/** When the number of servers changes. */
public sealed interface ScalingPolicy {

    /** It stays. */
    record None() implements ScalingPolicy {}

    /** What an alarm watches, averaged over the instances. */
    enum Metric {
        /** Percent of the processors. */
        CPU,
        /** Bytes sent in a period. */
        NETWORK_OUT
    }

    /**
     * Simple scaling on two alarms, as Elastic Beanstalk sets it up: above the upper threshold for a whole period so many more,
     * below the lower one so many less, and then nothing for a while.
     *
     * @param cooldown counted from when a new instance serves, or from when one is taken out
     */
    record Alarms(Metric metric, double upper, double lower, Duration period, int step, Duration cooldown)
            implements ScalingPolicy {

        public Alarms {
            if (!(upper > lower && lower >= 0) || step < 1 || period.toSeconds() < 1 || cooldown.isNegative()) {
                throw new IllegalArgumentException("alarms have an upper threshold above the lower one, a period of 1s"
                        + " and up, a step of 1 and up and a cooldown of 0s and up");
            }
        }
    }

    /** Target tracking of the mean CPU use, in percent. */
    record TargetTracking(double cpuPercent) implements ScalingPolicy {

        public TargetTracking {
            if (!(cpuPercent > 0 && cpuPercent < 100)) {
                throw new IllegalArgumentException("a target is between 0% and 100%");
            }
        }
    }
}
