package dev.breakeven.localcloud.process;

import java.time.Duration;

/** How much CPU time a process has used since it was started, in all of its threads, the ended ones included. */
@FunctionalInterface
public interface CpuClock {

    /** The time used so far; it never falls, and stands still once the process has ended. */
    long nanos();

    /** The finest clock that this machine has for a process: {@link LinuxCpuClock}, else what the JDK knows. */
    static CpuClock of(ProcessHandle process) {
        if (LinuxCpuClock.isAvailable()) {
            return new LinuxCpuClock(process.pid());
        }
        return () -> process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }
}
