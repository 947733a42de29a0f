package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.ServerFront;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Gigabytes;
import dev.breakeven.comparison.usage.Fleet;
import dev.breakeven.comparison.usage.FunctionSize;
import dev.breakeven.comparison.usage.LcuDimensions;
import dev.breakeven.comparison.usage.Traffic;
import dev.breakeven.comparison.usage.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run consumed, as it was counted. */
public sealed interface Consumption {

    /**
     * The usage of a month that goes on like the run: what requests cause is taken in proportion, what is bought by the hour
     * runs for every hour of the month.
     *
     * @param over how long the run took
     */
    List<Usage> month(Duration over, BigDecimal hoursPerMonth);

    /**
     * Of a Lambda function and of what stands before it.
     *
     * @param bodySteps requests as an HTTP API counts them, by 512 KB of body begun
     * @param billedMillis the sum over all calls of each call's billed time
     * @param bytesIn bodies of requests
     * @param bytesOut sent to the internet
     * @param logBytes what the platform wrote into the log for all calls
     */
    record OfFunctions(
            Front front,
            long requests,
            long bodySteps,
            long billedMillis,
            int memoryMegabytes,
            Architecture architecture,
            long bytesIn,
            long bytesOut,
            long logBytes)
            implements Consumption {

        /** As many as an Application Load Balancer takes at the least. */
        private static final BigDecimal ZONES = BigDecimal.TWO;

        @Override
        public List<Usage> month(Duration over, BigDecimal hoursPerMonth) {
            BigDecimal calls = inMonth(requests, over, hoursPerMonth);
            BigDecimal seconds = inMonth(billedMillis, over, hoursPerMonth).movePointLeft(3);
            BigDecimal logged = gigabytes(logBytes, over, hoursPerMonth);
            List<Usage> usage = new ArrayList<>();
            front(calls, over, hoursPerMonth).ifPresent(usage::add);
            usage.add(Usage.Lambda.of(
                    calls, seconds, FunctionSize.of(Gigabytes.ofMegabytes(memoryMegabytes)), architecture));
            usage.add(new Usage.DataOut(gigabytes(bytesOut, over, hoursPerMonth)));
            usage.add(new Usage.Logs(logged, logged));
            return usage;
        }

        private Optional<Usage> front(BigDecimal calls, Duration over, BigDecimal hoursPerMonth) {
            return switch (front) {
                case NONE, URL -> Optional.empty();
                case REST -> Optional.of(new Usage.RestApi(calls, BigDecimal.ZERO, Traffic.NONE));
                case HTTP ->
                    Optional.of(
                            new Usage.HttpApi(inMonth(bodySteps, over, hoursPerMonth), BigDecimal.ZERO, Traffic.NONE));
                case ALB ->
                    Optional.of(new Usage.ApplicationLoadBalancer(
                            BigDecimal.ONE,
                            ZONES,
                            hoursPerMonth,
                            load(requests, bytesIn + bytesOut, over, LcuDimensions.Target.LAMBDA)));
            };
        }
    }

    /**
     * Of EC2 instances, each with a public address, and of the load balancer before them.
     *
     * @param instances how many there were, over time
     * @param diskGigabytes per instance
     * @param surplusCredits CPU credits beyond those that were earned, which are billed
     * @param zones in which the load balancer has an address
     * @param bytesIn bodies of requests
     * @param bytesOut sent to the internet
     */
    record OfServers(
            String instanceType,
            double instances,
            int diskGigabytes,
            double surplusCredits,
            ServerFront front,
            int zones,
            long requests,
            long bytesIn,
            long bytesOut)
            implements Consumption {

        private static final BigDecimal CREDITS_PER_VCPU_HOUR = BigDecimal.valueOf(60);

        @Override
        public List<Usage> month(Duration over, BigDecimal hoursPerMonth) {
            Fleet fleet = new Fleet(new BigDecimal(instances), null);
            BigDecimal surplus = inMonth(new BigDecimal(surplusCredits), over, hoursPerMonth)
                    .divide(CREDITS_PER_VCPU_HOUR, MathContext.DECIMAL128);
            List<Usage> usage = new ArrayList<>();
            balancer(over, hoursPerMonth).ifPresent(usage::add);
            usage.add(new Usage.Ec2(instanceType, fleet, hoursPerMonth, surplus, true));
            usage.add(new Usage.Ebs("gp3", fleet, BigDecimal.valueOf(diskGigabytes), BigDecimal.ZERO, BigDecimal.ZERO));
            usage.add(new Usage.DataOut(gigabytes(bytesOut, over, hoursPerMonth)));
            return usage;
        }

        private Optional<Usage> balancer(Duration over, BigDecimal hoursPerMonth) {
            BigDecimal one = BigDecimal.ONE;
            BigDecimal addresses = BigDecimal.valueOf(zones);
            BigDecimal processed = gigabytes(bytesIn + bytesOut, over, hoursPerMonth);
            return switch (front) {
                case NONE -> Optional.empty();
                case CLASSIC -> Optional.of(new Usage.ClassicLoadBalancer(one, addresses, hoursPerMonth, processed));
                case ALB ->
                    Optional.of(new Usage.ApplicationLoadBalancer(
                            one,
                            addresses,
                            hoursPerMonth,
                            load(requests, bytesIn + bytesOut, over, LcuDimensions.Target.INSTANCE)));
            };
        }
    }

    /** Of a load balancer. Each request is taken to open a connection of its own, which is the most that callers can do. */
    private static LcuDimensions load(long requests, long bytes, Duration over, LcuDimensions.Target target) {
        BigDecimal seconds = BigDecimal.valueOf(over.toSeconds());
        BigDecimal hours = seconds.divide(BigDecimal.valueOf(3_600), MathContext.DECIMAL128);
        return new LcuDimensions(
                BigDecimal.valueOf(requests).divide(seconds, MathContext.DECIMAL128),
                BigDecimal.ZERO,
                Gigabytes.ofBytes(BigDecimal.valueOf(bytes)).value().divide(hours, MathContext.DECIMAL128),
                BigDecimal.ZERO,
                target);
    }

    private static BigDecimal gigabytes(long bytes, Duration over, BigDecimal hoursPerMonth) {
        return Gigabytes.ofBytes(inMonth(bytes, over, hoursPerMonth)).value();
    }

    /** What was counted over some time, in proportion to a month. */
    static BigDecimal inMonth(long count, Duration over, BigDecimal hoursPerMonth) {
        return inMonth(BigDecimal.valueOf(count), over, hoursPerMonth);
    }

    private static BigDecimal inMonth(BigDecimal count, Duration over, BigDecimal hoursPerMonth) {
        BigDecimal monthSeconds = hoursPerMonth.multiply(BigDecimal.valueOf(3_600));
        return count.multiply(monthSeconds).divide(BigDecimal.valueOf(over.toSeconds()), MathContext.DECIMAL128);
    }
}
