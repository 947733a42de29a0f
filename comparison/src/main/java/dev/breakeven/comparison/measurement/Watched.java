package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.service.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** A process that was measured and still runs, so that it can be asked whether the machine is what it was. */
public final class Watched implements AutoCloseable {

    private final Host host;
    private final Sample sample;
    private final Duration pause;
    private final HostMeasurement measurement;

    Watched(Host host, Sample sample, Duration pause, HostMeasurement measurement) {
        this.host = host;
        this.sample = sample;
        this.pause = pause;
        this.measurement = measurement;
    }

    public HostMeasurement measurement() {
        return measurement;
    }

    /** The median CPU nanoseconds of the warm calls that were measured last. */
    public double cpuNanosMedian() {
        return measurement.route(sample.route()).payloads().getLast().cpuNanos().p50();
    }

    /** The median CPU nanoseconds of so many more calls with the last payload. */
    public double cpuNanosMedian(int calls) throws IOException, InterruptedException, BadInputException {
        byte[] body = sample.body().bytes(sample.body().sizes().getLast());
        double[] nanos = new double[calls];
        for (int i = 0; i < calls; i++) {
            nanos[i] = HostMeasuring.call(host, sample, body, pause).cpu().toNanos();
        }
        Arrays.sort(nanos);
        return nanos[calls / 2];
    }

    @Override
    public void close() {
        host.close();
    }
}
