package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.quantity.DurationFormat;
import java.time.Duration;

/**
 * How a balancer finds out which servers can take requests: it asks each one again and again, and thinks otherwise of it after so
 * many answers in a row that say so. An unhealthy server gets no more requests. An Auto Scaling group replaces it only if its own
 * checks are of the type {@code ELB}; the default, and Elastic Beanstalk's, is {@code EC2}, which notices nothing of this. A
 * group's grace period is left out: a launch lasts to the first passed check anyway.
 *
 * @param timeout a check that is not answered by then has failed
 * @param healthy passed checks in a row that bring a server back
 * @param unhealthy failed checks in a row that take it out
 * @param replaces whether it is terminated and another one launched
 */
public record HealthChecks(Duration interval, Duration timeout, int healthy, int unhealthy, boolean replaces) {

    private static final String ACCEPTED = "; the interval, the timeout, how many passed checks bring back and how many"
            + " failed ones take out are, such as 15s/5s/3/5, with /replace after them if unhealthy servers are replaced";

    /**
     * Reads checks such as {@code 15s/5s/3/5} or {@code 15s/5s/3/5/replace}.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static HealthChecks parse(String text) {
        String[] parts = text.strip().split("/", -1);
        boolean replaces = parts.length == 5 && parts[4].equals("replace");
        if (!(parts.length == 4 || replaces) || !parts[2].matches("\\d{1,3}") || !parts[3].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("'" + text + "' is no health check" + ACCEPTED);
        }
        return new HealthChecks(
                DurationFormat.parse(parts[0]),
                DurationFormat.parse(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                replaces);
    }

    public HealthChecks {
        if (!timeout.isPositive() || timeout.compareTo(interval) > 0 || healthy < 1 || unhealthy < 1) {
            throw new IllegalArgumentException(
                    "health checks have a timeout above 0 and up to the interval, and 1 check and up in a row");
        }
    }
}
