package dev.breakeven.localcloud.process;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Uses CPU time in threads that end, prints what the whole process has used, and waits to be killed. */
final class Spinner {

    private static final int THREADS = 4;
    private static final long NANOS_EACH = Duration.ofMillis(150).toNanos();

    private Spinner() {}

    public static void main(String[] args) throws InterruptedException {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(Spinner::spin);
            thread.start();
            thread.join();
        }
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.out.println("used " + system.getProcessCpuTime() + " ns");
        new CountDownLatch(1).await();
    }

    private static void spin() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (threads.getCurrentThreadCpuTime() < NANOS_EACH) {
            Thread.onSpinWait();
        }
    }
}
