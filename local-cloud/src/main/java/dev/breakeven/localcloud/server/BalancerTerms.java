package dev.breakeven.localcloud.server;

import java.time.Duration;
import java.util.Optional;

/**
 * What a load balancer is set to.
 *
 * @param idleTimeout how long a connection, to a caller or to a server, may go without a byte
 * @param connectTimeout how long a server may take to accept a connection
 */
public record BalancerTerms(
        Balancing balancing,
        HealthCheckTerms healthChecks,
        Duration idleTimeout,
        Duration connectTimeout,
        Optional<SurgeQueue> surgeQueue) {

    /** An Application Load Balancer's own (its user guide, "Connection idle timeout" and "HTTP 504"). */
    public static final BalancerTerms APPLICATION_LOAD_BALANCER = new BalancerTerms(
            Balancing.ROUND_ROBIN,
            HealthCheckTerms.APPLICATION_LOAD_BALANCER,
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Optional.empty());

    public BalancerTerms {
        if (idleTimeout.toMillis() < 1 || connectTimeout.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "The load balancer waits " + idleTimeout.toMillis() + " ms for a byte and "
                            + connectTimeout.toMillis() + " ms for a connection; accepted is 1 ms and up");
        }
    }

    /** The same with another way to choose a server. */
    public BalancerTerms with(Balancing other) {
        return new BalancerTerms(other, healthChecks, idleTimeout, connectTimeout, surgeQueue);
    }

    BalancerTerms with(HealthCheckTerms other) {
        return new BalancerTerms(balancing, other, idleTimeout, connectTimeout, surgeQueue);
    }
}
