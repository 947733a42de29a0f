package dev.breakeven.comparison.measurement;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * The machine on which the numbers hold.
 *
 * @param load average over a minute when measuring began
 * @param busy the part of its processors that was in use just before
 */
public record Machine(String os, String architecture, int cores, String jdk, double load, double busy) {

    /** More than a machine has to do that nobody uses. */
    private static final double BUSY = 0.1;

    private static final Duration LOOK = Duration.ofMillis(400);

    /** This machine, after a moment in which it is looked at. */
    public static Machine here() throws InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        system.getCpuLoad(); // The next one is counted from here.
        Thread.sleep(LOOK);
        return new Machine(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                system.getAvailableProcessors(),
                System.getProperty("java.version"),
                Math.max(0, system.getSystemLoadAverage()),
                Math.max(0, system.getCpuLoad()));
    }

    /** Whether something else was running, so that the numbers are of a machine that was shared. */
    public boolean wasBusy() {
        return busy > BUSY;
    }
}
