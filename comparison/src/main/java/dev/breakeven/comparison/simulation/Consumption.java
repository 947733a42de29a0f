package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Gigabytes;
import dev.breakeven.comparison.usage.Fleet;
import dev.breakeven.comparison.usage.FunctionSize;
import dev.breakeven.comparison.usage.LcuDimensions;
import dev.breakeven.comparison.usage.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a run consumed, as it was counted. */
public sealed interface Consumption {

    /**
     * The usage of a month that goes on like the run: what requests cause is taken in proportion, what is bought by the hour
     * runs for every hour of the month.
     *
     * @param over how long the run took
     */
    List<Usage> month(Duration over, BigDecimal hoursPerMonth);

    /** What so many times the requests would have consumed, with as many servers. */
    Consumption times(double factor);

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
        private static final int ZONES = 2;

        @Override
        public List<Usage> month(Duration over, BigDecimal hoursPerMonth) {
            BigDecimal calls = inMonth(requests, over, hoursPerMonth);
            BigDecimal seconds = inMonth(billedMillis, over, hoursPerMonth).movePointLeft(3);
            BigDecimal logged = gigabytes(logBytes, over, hoursPerMonth);
            List<Usage> usage = new ArrayList<>();
            new FrontUse(front, ZONES, requests, bodySteps, bytesIn, bytesOut)
                    .month(LcuDimensions.Target.LAMBDA, over, hoursPerMonth)
                    .ifPresent(usage::add);
            usage.add(Usage.Lambda.of(
                    calls, seconds, FunctionSize.of(Gigabytes.ofMegabytes(memoryMegabytes)), architecture));
            usage.add(new Usage.DataOut(gigabytes(bytesOut, over, hoursPerMonth)));
            usage.add(new Usage.Logs(logged, logged));
            return usage;
        }

        @Override
        public Consumption times(double factor) {
            return new OfFunctions(
                    front,
                    Math.round(requests * factor),
                    Math.round(bodySteps * factor),
                    Math.round(billedMillis * factor),
                    memoryMegabytes,
                    architecture,
                    Math.round(bytesIn * factor),
                    Math.round(bytesOut * factor),
                    Math.round(logBytes * factor));
        }
    }

    /**
     * Of servers and of what stands before them.
     *
     * @param instances how many there were, over time
     * @param surplusCredits CPU credits beyond those that were earned, which are billed
     * @param zones in which a load balancer has an address
     * @param requests that the front handed on
     * @param bodySteps the same as an HTTP API counts them, by 512 KB of body begun
     * @param bytesIn bodies of requests
     * @param bytesOut sent to the internet
     */
    record OfServers(
            Hosting hosting,
            double instances,
            double surplusCredits,
            Front front,
            int zones,
            long requests,
            long bodySteps,
            long bytesIn,
            long bytesOut)
            implements Consumption {

        private static final BigDecimal CREDITS_PER_VCPU_HOUR = BigDecimal.valueOf(60);

        @Override
        public List<Usage> month(Duration over, BigDecimal hoursPerMonth) {
            List<Usage> usage = new ArrayList<>();
            LcuDimensions.Target target =
                    hosting.runsFunctions() ? LcuDimensions.Target.LAMBDA : LcuDimensions.Target.INSTANCE;
            new FrontUse(front, zones, requests, bodySteps, bytesIn, bytesOut)
                    .month(target, over, hoursPerMonth)
                    .ifPresent(usage::add);
            usage.addAll(servers(over, hoursPerMonth));
            return usage;
        }

        @Override
        public Consumption times(double factor) {
            return new OfServers(
                    hosting,
                    instances,
                    surplusCredits,
                    front,
                    zones,
                    Math.round(requests * factor),
                    Math.round(bodySteps * factor),
                    Math.round(bytesIn * factor),
                    Math.round(bytesOut * factor));
        }

        private List<Usage> servers(Duration over, BigDecimal hoursPerMonth) {
            Fleet fleet = new Fleet(new BigDecimal(instances), null);
            BigDecimal out = gigabytes(bytesOut, over, hoursPerMonth);
            return switch (hosting) {
                case Hosting.Ec2 ec2 ->
                    List.of(
                            new Usage.Ec2(ec2.instanceType(), fleet, hoursPerMonth, surplus(over, hoursPerMonth), true),
                            new Usage.Ebs(
                                    ec2.diskType(),
                                    fleet,
                                    BigDecimal.valueOf(ec2.diskGigabytes()),
                                    BigDecimal.ZERO,
                                    BigDecimal.ZERO),
                            new Usage.DataOut(out));
                case Hosting.Fargate task ->
                    List.of(
                            new Usage.Fargate(
                                    fleet,
                                    hoursPerMonth,
                                    task.vcpus(),
                                    task.memory(),
                                    Gigabytes.ZERO,
                                    task.architecture(),
                                    true),
                            new Usage.DataOut(out));
                case Hosting.Lightsail instance ->
                    List.of(
                            Usage.Lightsail.of(instance.bundle(), fleet, null),
                            new Usage.LightsailTransfer(
                                    fleet, instance.transfer().value(), gigabytes(bytesIn, over, hoursPerMonth), out));
                case Hosting.ManagedInstances managed -> {
                    BigDecimal calls = inMonth(requests, over, hoursPerMonth);
                    BigDecimal logged = gigabytes(FunctionLog.bytes(requests, 0), over, hoursPerMonth);
                    yield List.of(
                            new Usage.LambdaManagedInstances(managed.instanceType(), fleet, hoursPerMonth, calls),
                            new Usage.DataOut(out),
                            new Usage.Logs(logged, logged));
                }
            };
        }

        private BigDecimal surplus(Duration over, BigDecimal hoursPerMonth) {
            return inMonth(new BigDecimal(surplusCredits), over, hoursPerMonth)
                    .divide(CREDITS_PER_VCPU_HOUR, MathContext.DECIMAL128);
        }
    }

    /** Of a month. */
    static BigDecimal gigabytes(long bytes, Duration over, BigDecimal hoursPerMonth) {
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
