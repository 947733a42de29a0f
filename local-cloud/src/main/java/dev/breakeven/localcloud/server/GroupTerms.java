package dev.breakeven.localcloud.server;

import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * An auto scaling group.
 *
 * @param min instances there are at the least, and in the beginning
 * @param max instances there are at the most
 * @param boot from a decision until the new machine runs; the start of the program and its first passed check come on top
 * @param deregistrationDelay how long an instance that is taken out may go on with what it has begun
 * @param startLimit how long the program may take until it is healthy, in real time
 * @param cpu what each instance gets of the CPU; all of the machine if empty
 */
public record GroupTerms(
        ServerCommand command,
        HealthCheck healthCheck,
        int min,
        int max,
        ScalingPolicy scaling,
        Duration boot,
        Duration deregistrationDelay,
        Duration startLimit,
        Optional<CpuShare> cpu) {

    /** Elastic Beanstalk's (its developer guide, "General options"). */
    public static final int ELASTIC_BEANSTALK_MIN = 1;

    public static final int ELASTIC_BEANSTALK_MAX = 4;
    public static final Duration ELASTIC_BEANSTALK_DEREGISTRATION_DELAY = Duration.ofSeconds(20);

    private static final int INSTANCES_MAX = 1_000;

    public GroupTerms {
        if (min < 1 || max < min || max > INSTANCES_MAX) {
            throw new IllegalArgumentException("The group has " + min + " to " + max
                    + " instances; accepted is a minimum of 1 and up and a maximum from there to " + INSTANCES_MAX);
        }
        if (boot.isNegative() || deregistrationDelay.isNegative()) {
            throw new IllegalArgumentException("Booting takes " + boot.toMillis() + " ms and draining "
                    + deregistrationDelay.toMillis() + " ms; accepted is 0s and up");
        }
        if (!startLimit.isPositive()) {
            throw new IllegalArgumentException(
                    "A server gets " + startLimit.toMillis() + " ms to start; accepted is more than 0");
        }
    }
}
