package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.quantity.Gigabytes;
import dev.breakeven.comparison.usage.LcuDimensions;
import dev.breakeven.comparison.usage.Traffic;
import dev.breakeven.comparison.usage.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/**
 * What a front did in a run. Traffic to the internet is counted apart from it.
 *
 * @param zones in which a load balancer has an address
 * @param bodySteps requests as an HTTP API counts them
 */
record FrontUse(Front front, int zones, long requests, long bodySteps, long bytesIn, long bytesOut) {

    /** A month of it, in proportion; nothing where there is no front, or none that is billed. */
    Optional<Usage> month(LcuDimensions.Target target, Duration over, BigDecimal hoursPerMonth) {
        BigDecimal one = BigDecimal.ONE;
        BigDecimal addresses = BigDecimal.valueOf(zones);
        return switch (front) {
            case NONE, URL -> Optional.empty();
            case REST ->
                Optional.of(new Usage.RestApi(
                        Consumption.inMonth(requests, over, hoursPerMonth), BigDecimal.ZERO, Traffic.NONE));
            case HTTP ->
                Optional.of(new Usage.HttpApi(
                        Consumption.inMonth(bodySteps, over, hoursPerMonth), BigDecimal.ZERO, Traffic.NONE));
            case ALB ->
                Optional.of(new Usage.ApplicationLoadBalancer(one, addresses, hoursPerMonth, load(over, target)));
            case CLASSIC ->
                Optional.of(new Usage.ClassicLoadBalancer(
                        one, addresses, hoursPerMonth, Consumption.gigabytes(bytesIn + bytesOut, over, hoursPerMonth)));
        };
    }

    /** Each request is taken to open a connection of its own, which is the most that callers can do. */
    private LcuDimensions load(Duration over, LcuDimensions.Target target) {
        BigDecimal seconds = BigDecimal.valueOf(over.toSeconds());
        BigDecimal hours = seconds.divide(BigDecimal.valueOf(3_600), MathContext.DECIMAL128);
        return new LcuDimensions(
                BigDecimal.valueOf(requests).divide(seconds, MathContext.DECIMAL128),
                BigDecimal.ZERO,
                Gigabytes.ofBytes(BigDecimal.valueOf(bytesIn + bytesOut))
                        .value()
                        .divide(hours, MathContext.DECIMAL128),
                BigDecimal.ZERO,
                target);
    }
}
