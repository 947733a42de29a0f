package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Calibration;
import dev.breakeven.comparison.measurement.CloudWatchLog;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds how many times the CPU time of here a request takes in the cloud: the factor with which the model gives the mean duration
 * that a log reports, at the log's memory and so at its share of a processor. The log is taken to be of the same mix of requests;
 * what is not CPU time is taken to last as long there.
 */
public final class Calibrating {

    private static final int DRAWS = 20_000;
    private static final double FACTOR_MIN = 0.02;
    private static final double FACTOR_MAX = 50;
    private static final double PRECISION = 1e-4;
    private static final long SEED = 1;

    private Calibrating() {}

    /**
     * The relation that a log is evidence of.
     *
     * @throws IllegalArgumentException if no factor between a fiftieth and fifty gives the log's mean
     */
    public static Calibration of(CloudWatchLog log, HostMeasurement function, RequestMix mix) {
        double thereNanos = Arrays.stream(log.warm()).average().orElseThrow();
        double low = FACTOR_MIN;
        double high = FACTOR_MAX;
        if (thereNanos < meanNanos(low, log, function, mix) || thereNanos > meanNanos(high, log, function, mix)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s reports warm calls of %.1f ms on average, and here they take %.1f ms; that cannot be the same service",
                    log.name(),
                    thereNanos / 1e6,
                    meanNanos(1, log, function, mix) / 1e6));
        }
        while (high / low > 1 + PRECISION) {
            double middle = Math.sqrt(low * high);
            if (meanNanos(middle, log, function, mix) < thereNanos) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Calibration(
                Math.sqrt(low * high),
                String.format(
                        Locale.ROOT,
                        "%,d warm calls with %,d MB in %s: %.1f ms on average",
                        log.warm().length,
                        log.memoryMegabytes(),
                        log.name(),
                        thereNanos / 1e6));
    }

    /** Of a call on Lambda, if CPU time there were so many times what it is here. */
    private static double meanNanos(double factor, CloudWatchLog log, HostMeasurement function, RequestMix mix) {
        Workload workload = new Workload(
                "calibration",
                Duration.ofSeconds(DRAWS),
                List.of(RateSteps.steady(1)),
                mix,
                Duration.ofSeconds(1),
                List.of());
        MeasuredKinds kinds = Simulation.kinds(workload, function);
        double share = Math.min(1, log.memoryMegabytes() / (double) Deployment.Functions.MEGABYTES_PER_VCPU);
        LambdaCpu cpu = new LambdaCpu(share, RequestStream.generator(SEED, "quota"));
        RequestStream requests = workload.requests(SEED);
        double sum = 0;
        while (requests.next()) {
            sum += cpu.wallNanos(Math.round(factor * kinds.cpuNanos(requests))) + kinds.waitNanos(requests);
        }
        return sum / requests.count();
    }
}
