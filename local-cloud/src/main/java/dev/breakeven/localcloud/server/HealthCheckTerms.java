package dev.breakeven.localcloud.server;

import java.time.Duration;

/**
 * How a load balancer finds out which servers can take requests: it asks each one again and again, and changes its mind after so
 * many equal findings in a row. A server that is new serves after its first passed check.
 *
 * @param interval between two checks of a server
 * @param timeout after which a check has failed
 */
public record HealthCheckTerms(Duration interval, Duration timeout, int healthyThreshold, int unhealthyThreshold) {

    /** What an Application Load Balancer does unless told otherwise (its user guide, "Health checks for your target groups"). */
    public static final HealthCheckTerms APPLICATION_LOAD_BALANCER =
            new HealthCheckTerms(Duration.ofSeconds(30), Duration.ofSeconds(5), 5, 2);

    /** What Elastic Beanstalk sets an Application Load Balancer to (its developer guide, "General options"). */
    public static final HealthCheckTerms ELASTIC_BEANSTALK =
            new HealthCheckTerms(Duration.ofSeconds(15), Duration.ofSeconds(5), 3, 5);

    public HealthCheckTerms {
        if (!interval.isPositive() || !timeout.isPositive() || healthyThreshold < 1 || unhealthyThreshold < 1) {
            throw new IllegalArgumentException("Health checks have an interval of " + interval.toMillis()
                    + " ms, a timeout of " + timeout.toMillis() + " ms and thresholds of " + healthyThreshold + " and "
                    + unhealthyThreshold
                    + "; accepted is an interval and a timeout above 0 and thresholds of 1 and up");
        }
    }

    HealthCheckTerms every(Duration other) {
        return new HealthCheckTerms(other, timeout, healthyThreshold, unhealthyThreshold);
    }
}
