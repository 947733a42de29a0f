package dev.breakeven.comparison.simulation;

import java.util.random.RandomGenerator;

/**
 * The share of a processor that a Lambda function gets: memory over 1,769 MB, enforced in periods of 20 ms by the law that holds
 * for servers too ({@link CpuQuota}), with a period that begins with each call. Measurements of 2025 (ubc-cirrus-lab/demystifying-serverless-costs,
 * EuroSys '26) of one CPU-bound call at a hundred memory sizes say the rest: time rises in steps of a period, and each step
 * is where so many quotas are 16 ms, so that a tick comes after that; ticks of 4 ms are excluded. The steps are blurred, as if up to 1 ms of quota had
 * been used between calls, or half of one were left. Those two numbers are fitted; the periods and the share are not.
 */
final class LambdaCpu implements FunctionCpu {

    private static final long PERIOD_NANOS = 20_000_000;
    private static final long NOTICED_AFTER_NANOS = 16_000_000;
    private static final long OWED_NANOS_MIN = -500_000;
    private static final long OWED_NANOS_MAX = 1_000_000;

    private final CpuQuota quota;
    private final boolean whole;
    private final RandomGenerator random;

    /** @param share of one processor; from 1 on, one thread is never slowed down */
    LambdaCpu(double share, RandomGenerator random) {
        this.quota = CpuQuota.ofShare(share, PERIOD_NANOS, NOTICED_AFTER_NANOS);
        this.whole = share >= 1;
        this.random = random;
    }

    @Override
    public long wallNanos(long cpuNanos, int environment, long startNanos) {
        return wallNanos(cpuNanos);
    }

    /** The same in whatever environment, whenever. */
    long wallNanos(long cpuNanos) {
        return whole ? cpuNanos : quota.wallNanos(cpuNanos, 0, random.nextLong(OWED_NANOS_MIN, OWED_NANOS_MAX));
    }
}
