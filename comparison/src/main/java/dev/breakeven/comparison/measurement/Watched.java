package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.service.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** A process that was measured and still runs, so that it can be asked whether the machine is what it was. */
public final class Watched implements AutoCloseable {

    /** Hardly any: how deep a processor sleeps between calls is not what is asked. */
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final Host host;
    private final Sample sample;
    private final HostMeasurement measurement;

    Watched(Host host, Sample sample, HostMeasurement measurement) {
        this.host = host;
        this.sample = sample;
        this.measurement = measurement;
    }

    public HostMeasurement measurement() {
        return measurement;
    }

    /** The median CPU nanoseconds of so many more calls with the last payload. */
    public double cpuNanosMedian(int calls) throws IOException, InterruptedException, BadInputException {
        byte[] body = sample.body().bytes(sample.body().sizes().getLast());
        double[] nanos = new double[calls];
        for (int i = 0; i < calls; i++) {
            nanos[i] = HostMeasuring.call(host, sample, body, PAUSE).cpu().toNanos();
        }
        Arrays.sort(nanos);
        return nanos[calls / 2];
    }

    @Override
    public void close() {
        host.close();
    }
}
