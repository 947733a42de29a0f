package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.usage.Usage;
import dev.breakeven.localcloud.gateway.FrontKind;
import dev.breakeven.localcloud.gateway.LocalFunctions;
import dev.breakeven.localcloud.server.ServersConsumed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;

/**
 * What a run in the local cloud consumed, as a provider would have counted it.
 *
 * @param over in the time that is billed, which a time scale stretches
 */
public record LocalUse(long requests, Consumption consumption, Duration over) {

    /** An instance's disk, where the bill wants one. */
    private static final int DISK_GIGABYTES = 8;

    /** As many as an Application Load Balancer takes at the least. */
    private static final int ZONES = 2;

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

    /** What a function of some memory and its front have consumed. */
    public static LocalUse of(LocalFunctions.Consumed consumed, FrontKind kind, int memoryMegabytes) {
        Front front = switch (kind) {
            case REST -> Front.REST;
            case HTTP -> Front.HTTP;
            case URL -> Front.URL;
            case ALB, ALB_MULTI_VALUE -> Front.ALB;
        };
        Consumption consumption = new Consumption.OfFunctions(
                front,
                consumed.function().invocations(),
                consumed.bodySteps(),
                consumed.function().billedMillis(),
                memoryMegabytes,
                Architecture.X86_64,
                consumed.bytesIn(),
                consumed.bytesOut(),
                consumed.function().platformLogBytes() + consumed.function().functionLogBytes());
        return new LocalUse(consumed.requests(), consumption, consumed.over());
    }

    /**
     * What a group of servers and its balancer have consumed.
     *
     * @param instanceType of EC2, as which each server is billed
     */
    public static LocalUse of(ServersConsumed consumed, String instanceType, double timeScale) {
        Consumption consumption = new Consumption.OfServers(
                new Hosting.Ec2(instanceType, "gp3", DISK_GIGABYTES),
                consumed.meanInstances(),
                0,
                Front.ALB,
                ZONES,
                consumed.requests(),
                consumed.requests(),
                consumed.bytesIn(),
                consumed.bytesOut());
        return new LocalUse(
                consumed.requests(),
                consumption,
                Duration.ofMillis(Math.round(consumed.elapsed().toMillis() * timeScale)));
    }

    /** If each second of the run stood for so many, with as many requests in each. */
    public LocalUse stretched(int factor) {
        return new LocalUse(requests * factor, consumption.times(factor), over.multipliedBy(factor));
    }

    /** As it is billed for the time that the run took: nothing is taken to go on. */
    public List<Usage> usage() {
        // A second at the least, for what is billed by the hour is billed for some time.
        Duration billed = Duration.ofSeconds(Math.max(1, Math.round(over.toMillis() / 1e3)));
        BigDecimal hours = BigDecimal.valueOf(billed.toSeconds()).divide(SECONDS_PER_HOUR, MathContext.DECIMAL128);
        return consumption.month(billed, hours).stream()
                .map(usage -> usage instanceof Usage.Ebs disk ? ofRun(disk, hours) : usage)
                .toList();
    }

    /** Disks are billed by the month, of which the run was a part. */
    private static Usage ofRun(Usage.Ebs disk, BigDecimal hours) {
        BigDecimal part = hours.divide(HOURS_PER_MONTH, MathContext.DECIMAL128);
        return new Usage.Ebs(
                disk.type(),
                disk.fleet(),
                disk.gigabyteMonths().multiply(part),
                disk.iopsMonths().multiply(part),
                disk.throughputMonths().multiply(part));
    }
}
