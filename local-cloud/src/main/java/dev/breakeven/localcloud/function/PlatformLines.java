package dev.breakeven.localcloud.function;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The lines that Lambda itself writes about each call, in the form of its text log ("Viewing CloudWatch logs for Lambda
 * functions"). Since August 2025 the billed duration includes init.
 */
final class PlatformLines {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_HUNDREDTH = NANOS_PER_MILLI / 100;

    private PlatformLines() {}

    static String start(String requestId) {
        return "START RequestId: " + requestId + " Version: $LATEST\n";
    }

    /**
     * @param init of the environment, if this was its first call
     */
    static String end(
            String requestId,
            Duration duration,
            Optional<Duration> init,
            int memoryMegabytes,
            long megabytesUsedMax,
            String status) {
        StringBuilder lines = new StringBuilder(300);
        lines.append("END RequestId: ").append(requestId).append('\n');
        lines.append("REPORT RequestId: ").append(requestId).append("\tDuration: ");
        appendMillis(lines, duration);
        lines.append("\tBilled Duration: ").append(billedMillis(duration, init));
        lines.append(" ms\tMemory Size: ").append(memoryMegabytes);
        lines.append(" MB\tMax Memory Used: ").append(megabytesUsedMax).append(" MB\t");
        if (init.isPresent()) {
            lines.append("Init Duration: ");
            appendMillis(lines, init.get());
            lines.append('\t');
        }
        return lines.append(status).append('\n').toString();
    }

    /** The end of a REPORT line, by what became of the call. */
    static String status(Answer answer) {
        return switch (answer) {
            case Answer.FunctionError error ->
                isTimeout(error) ? "Status: timeout" : "Status: error\tError Type: " + error.type();
            case Answer.Payload payload -> "";
            case Answer.Stream stream -> "";
            case Answer.Throttled throttled -> "";
        };
    }

    static String initReport(Duration duration, Answer.FunctionError error) {
        StringBuilder line = new StringBuilder(100).append("INIT_REPORT Init Duration: ");
        appendMillis(line, duration);
        return line.append("\tPhase: init\t").append(status(error)).append('\n').toString();
    }

    static String timedOut(Instant now, String requestId, Duration timeout) {
        StringBuilder line = new StringBuilder(120);
        line.append(now).append(' ').append(requestId).append(" Task timed out after ");
        appendHundredths(line, timeout.toMillis() / 10);
        return line.append(" seconds\n\n").toString();
    }

    static String exited(String requestId, Answer.FunctionError error) {
        return "RequestId: " + requestId + " Error: " + error.document() + "\n" + error.type() + "\n";
    }

    /** Each call is rounded up to a millisecond. */
    static long billedMillis(Duration duration, Optional<Duration> init) {
        long nanos = duration.toNanos() + init.orElse(Duration.ZERO).toNanos();
        return Math.ceilDiv(nanos, NANOS_PER_MILLI);
    }

    static boolean isTimeout(Answer.FunctionError error) {
        return error.type().equals("Sandbox.Timedout");
    }

    private static void appendMillis(StringBuilder to, Duration duration) {
        appendHundredths(to, (duration.toNanos() + NANOS_PER_HUNDREDTH / 2) / NANOS_PER_HUNDREDTH);
        to.append(" ms");
    }

    private static void appendHundredths(StringBuilder to, long hundredths) {
        long rest = hundredths % 100;
        to.append(hundredths / 100).append('.').append(rest < 10 ? "0" : "").append(rest);
    }
}
