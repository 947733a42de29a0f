package dev.breakeven.comparison.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The log of a local function, of which the reports are kept until somebody takes them. */
public final class ReportLines extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final BlockingQueue<ReportLine> reports = new LinkedBlockingQueue<>();

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            ReportLine.parse(line.toString(UTF_8)).ifPresent(reports::add);
            line.reset();
        } else {
            line.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /**
     * The next report, in the order of the calls' ends.
     *
     * @throws IOException if there is none within the limit
     */
    public ReportLine take(Duration within) throws IOException, InterruptedException {
        @Nullable ReportLine report = reports.poll(within.toNanos(), TimeUnit.NANOSECONDS);
        if (report == null) {
            throw new IOException("The function did not come to the end of a call within " + within.toSeconds() + " s");
        }
        return report;
    }
}
