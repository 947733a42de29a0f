package dev.breakeven.localcloud.function;

import dev.breakeven.localcloud.process.CpuShare;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An environment in a pool: busy with one call, or idle and then soon frozen. */
final class Worker {

    private static final long BYTES_PER_MEGABYTE = 1024 * 1024;

    /** Looking costs as much as a few per cent of a short call, and the most memory used seldom changes. */
    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(100).toNanos();

    private final ExecutionEnvironment environment;
    private @Nullable CpuShare toBeGiven;
    private boolean idle;
    private boolean frozen;
    private long idleSinceNanos;
    private long memoryMegabytesMax;
    private long lookedNanos;

    /**
     * @param share from the first call on
     */
    Worker(ExecutionEnvironment environment, CpuShare share) {
        this.environment = environment;
        this.toBeGiven = share;
    }

    ExecutionEnvironment environment() {
        return environment;
    }

    /** Makes it ready for a call: it runs, and within its share. */
    synchronized void take() {
        idle = false;
        try {
            if (frozen) {
                environment.thaw();
                frozen = false;
            }
            if (toBeGiven != null) {
                environment.limit(toBeGiven);
                toBeGiven = null;
            }
        } catch (IOException e) {
            complain(e);
        }
    }

    synchronized void release(long nowNanos) {
        idle = true;
        idleSinceNanos = nowNanos;
    }

    /** Stops it where it is, unless it has been taken since. */
    synchronized void freezeIfIdleSince(long nanos) {
        if (!idle || idleSinceNanos != nanos || frozen || !environment.isAlive()) {
            return;
        }
        try {
            environment.freeze();
            frozen = true;
        } catch (IOException e) {
            complain(e);
        }
    }

    /** The group of an environment that has just ended may be gone already. */
    private void complain(IOException e) {
        if (environment.isAlive()) {
            throw new UncheckedIOException("The control group of an environment does not obey", e);
        }
    }

    /** Ends the environment; nobody freezes it any more, for a frozen process cannot be killed. */
    void close() {
        synchronized (this) {
            idle = false;
        }
        environment.close();
    }

    synchronized long idleSinceNanos() {
        return idleSinceNanos;
    }

    /** The most memory that it has been seen to hold. */
    synchronized long memoryMegabytesMax(long nowNanos) {
        if (memoryMegabytesMax == 0 || nowNanos - lookedNanos > BETWEEN_LOOKS_NANOS) {
            lookedNanos = nowNanos;
            environment
                    .peakMemoryBytes()
                    .ifPresent(bytes ->
                            memoryMegabytesMax = Math.max(memoryMegabytesMax, Math.ceilDiv(bytes, BYTES_PER_MEGABYTE)));
        }
        return memoryMegabytesMax;
    }
}
