package dev.breakeven.comparison.usage;

import dev.breakeven.comparison.quantity.Gigabytes;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a load balancer processes, as users write it: {@code 1.08GB/h} by the hour, {@code 10000GB} in all.
 *
 * @param perHour whether it is by the hour and for one balancer, or in all for all of them
 */
record Throughput(Gigabytes size, boolean perHour) {

    static final Throughput NONE = new Throughput(Gigabytes.ZERO, true);

    static Throughput parse(String text) {
        return text.endsWith("/h")
                ? new Throughput(Gigabytes.parse(text.substring(0, text.length() - 2)), true)
                : new Throughput(Gigabytes.parse(text), false);
    }

    /** Gigabytes in an hour of one balancer. */
    BigDecimal hourly(BigDecimal balancerHours) {
        return perHour || balancerHours.signum() == 0
                ? size.value()
                : size.value().divide(balancerHours, MathContext.DECIMAL128);
    }

    /** Gigabytes of all balancers in all their hours. */
    BigDecimal total(BigDecimal balancerHours) {
        return perHour ? size.value().multiply(balancerHours) : size.value();
    }
}
