package dev.breakeven.localcloud.server;

import java.time.Duration;

/**
 * Local servers: a group of them and the balancer before it. All of it is as in reality; the time scale is applied where it runs.
 *
 * @param port on which the balancer listens; 0 for any that is free
 * @param stopLimit how long requests under way may take when everything is stopped, in real time
 */
public record ServersSettings(
        GroupTerms group, BalancerTerms balancer, int port, TimeScale timeScale, Duration stopLimit) {

    private static final int PORT_MAX = 65_535;

    public ServersSettings {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("The port is " + port + "; accepted is 0 to " + PORT_MAX);
        }
        if (stopLimit.isNegative()) {
            throw new IllegalArgumentException(
                    "Requests get " + stopLimit.toMillis() + " ms to finish at the end; accepted is 0s and up");
        }
    }
}
