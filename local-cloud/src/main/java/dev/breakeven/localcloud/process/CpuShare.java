package dev.breakeven.localcloud.process;

import java.time.Duration;

/**
 * What a process tree may use of the CPU: so many processors' worth of time in each period, at full speed until it is used up.
 *
 * @param processors from 0.001 on; more than the machine has is no limit at all
 * @param period between 1 ms and 1 s, as Linux has it ({@code Documentation/scheduler/sched-bwc.rst})
 */
public record CpuShare(double processors, Duration period) {

    /** The period in which Lambda has been seen to hand out CPU time (ubc-cirrus-lab/demystifying-serverless-costs, EuroSys '26). */
    public static final Duration LAMBDA_PERIOD = Duration.ofMillis(20);

    /** Memory at which a function has one whole vCPU. */
    private static final double MEGABYTES_PER_VCPU = 1_769;

    private static final long MICROS_MIN = 1_000;
    private static final long MICROS_MAX = 1_000_000;

    public CpuShare {
        if (micros(period) < MICROS_MIN || micros(period) > MICROS_MAX) {
            throw new IllegalArgumentException("A CPU share is given in periods of 1 ms to 1 s, not of " + period);
        }
        if (!(processors > 0) || processors * micros(period) < MICROS_MIN) {
            throw new IllegalArgumentException("A CPU share is at least 1 ms of CPU time in each period, so "
                    + MICROS_MIN / (double) micros(period) + " of a processor and up, not " + processors);
        }
    }

    /** What Lambda gives to a function by its memory. */
    public static CpuShare ofFunction(int memoryMegabytes) {
        return new CpuShare(memoryMegabytes / MEGABYTES_PER_VCPU, LAMBDA_PERIOD);
    }

    long periodMicros() {
        return micros(period);
    }

    long quotaMicros() {
        return Math.round(processors * micros(period));
    }

    private static long micros(Duration period) {
        return period.toNanos() / 1_000;
    }
}
