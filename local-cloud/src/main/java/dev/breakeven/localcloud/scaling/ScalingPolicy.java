package dev.breakeven.localcloud.scaling;

import java.time.Duration;

/** When the number of servers changes. */
public sealed interface ScalingPolicy {

    /** What Elastic Beanstalk sets up unless told otherwise (its developer guide, "General options"). */
    ScalingPolicy ELASTIC_BEANSTALK =
            new Alarms(Metric.NETWORK_OUT, 6_000_000, 2_000_000, Duration.ofMinutes(5), 1, Duration.ofMinutes(6));

    /** It stays. */
    record None() implements ScalingPolicy {}

    /** What an alarm watches, averaged over the instances. */
    enum Metric {
        /** Percent of an instance's processors. */
        CPU,
        /** Bytes sent in a period. */
        NETWORK_OUT
    }

    /**
     * Simple scaling on two alarms: above the upper threshold for a whole period so many more, below the lower one so many less,
     * and then nothing for a while.
     *
     * @param cooldown counted from when a new instance serves, or from when one is taken out
     */
    record Alarms(Metric metric, double upper, double lower, Duration period, int step, Duration cooldown)
            implements ScalingPolicy {

        public Alarms {
            if (!(upper > lower && lower >= 0)) {
                throw new IllegalArgumentException("The alarms' thresholds are " + lower + " and " + upper
                        + "; accepted is an upper one above the lower one, and that 0 and up");
            }
            if (period.toSeconds() < 1 || cooldown.isNegative()) {
                throw new IllegalArgumentException(
                        "The alarms' period is " + period.toMillis() + " ms and the cooldown " + cooldown.toMillis()
                                + " ms; accepted is a period of 1s and up and a cooldown of 0s and up");
            }
            if (step < 1) {
                throw new IllegalArgumentException("The scaling step is " + step + "; accepted is 1 and up");
            }
        }
    }

    /** Target tracking of the mean CPU use, in percent. */
    record TargetTracking(double cpuPercent) implements ScalingPolicy {

        public TargetTracking {
            if (!(cpuPercent > 0 && cpuPercent < 100)) {
                throw new IllegalArgumentException(
                        "The target is " + cpuPercent + " % of the processors; accepted is one between 0 and 100");
            }
        }
    }
}
