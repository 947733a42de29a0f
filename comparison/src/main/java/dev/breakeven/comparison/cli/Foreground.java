package dev.breakeven.comparison.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** What serves until the JVM is told to end (SIGTERM or SIGINT). */
final class Foreground {

    private Foreground() {}

    /** Says that it is ready, waits, and ends it. */
    static int serve(URI uri, PrintWriter out, Runnable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(end, "ends what serves"));
        out.println("ready " + uri);
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitStatus.DONE.code();
    }
}
