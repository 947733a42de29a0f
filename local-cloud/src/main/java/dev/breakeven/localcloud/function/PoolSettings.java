package dev.breakeven.localcloud.function;

import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.CpuShare;
import java.time.Duration;
import java.util.Optional;

/**
 * How a pool of environments behaves.
 *
 * @param concurrency the most environments at once
 * @param keepAlive how long an idle one is kept; empty for as long as the pool is
 * @param initShare what init may use of the CPU; empty for all there is
 * @param freezing whether an idle one is stopped where it is
 */
public record PoolSettings(
        int concurrency,
        Optional<Duration> keepAlive,
        Optional<CpuShare> initShare,
        boolean freezing,
        Duration initLimit,
        ControlGroups groups) {

    /** As Lambda does, within what this machine can. */
    public static PoolSettings of(int concurrency) {
        return new PoolSettings(
                concurrency,
                Optional.empty(),
                Optional.empty(),
                true,
                ExecutionEnvironment.INIT_LIMIT,
                ControlGroups.ofThisMachine());
    }

    public PoolSettings withKeepAlive(Optional<Duration> other) {
        return new PoolSettings(concurrency, other, initShare, freezing, initLimit, groups);
    }

    public PoolSettings withInitShare(Optional<CpuShare> other) {
        return new PoolSettings(concurrency, keepAlive, other, freezing, initLimit, groups);
    }

    public PoolSettings withFreezing(boolean other) {
        return new PoolSettings(concurrency, keepAlive, initShare, other, initLimit, groups);
    }

    PoolSettings withInitLimit(Duration other) {
        return new PoolSettings(concurrency, keepAlive, initShare, freezing, other, groups);
    }
}
