package dev.breakeven.localcloud.server;

import java.time.Duration;

/**
 * How much faster than in reality everything goes that is waited for: alarms, cooldowns, boots, health checks, draining. The
 * service itself runs as fast as it does, and its requests come as fast as they come.
 *
 * @param factor modelled time for one second of real time
 */
public record TimeScale(double factor) {

    public static final TimeScale REAL = new TimeScale(1);

    private static final double FACTOR_MAX = 1_000;

    public TimeScale {
        if (!(factor >= 1 && factor <= FACTOR_MAX)) {
            throw new IllegalArgumentException("The time scale is " + factor + "; accepted is 1 to 1000");
        }
    }

    /** How long a modelled duration takes here. */
    Duration real(Duration modelled) {
        return Duration.ofNanos(Math.max(1, Math.round(modelled.toNanos() / factor)));
    }

    long modelledNanos(long realNanos) {
        return Math.round(realNanos * factor);
    }
}
