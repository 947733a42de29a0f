package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the service both ways, one after the other, and watches: several starts, each with its first call, then warm calls of
 * every payload size to the last process.
 */
public final class Measuring {

    private static final int STARTS = 5;
    private static final Duration WARM_UP_MIN = Duration.ofSeconds(3);
    private static final Duration WARM_UP_PER_SIZE = Duration.ofMillis(1_300);
    private static final Duration PER_SIZE = Duration.ofMillis(1_200);
    private static final int CALLS_MIN = 10;
    private static final int CALLS_MAX = 400;

    private final Service service;
    private final Progress progress;
    private int stepsDone;

    public Measuring(Service service, Progress progress) {
        this.service = service;
        this.progress = progress;
    }

    /** Few starts and calls, in well under a minute. */
    public Measurements quick() throws IOException, InterruptedException, BadInputException {
        progress.begin("measuring");
        Instant taken = Instant.now();
        Measurements.Machine machine = machine();
        Optional<HostMeasurement> function = Optional.empty();
        if (service.function().isPresent()) {
            try (FunctionHost.Unpacked unpacked =
                    FunctionHost.unpack(service.function().get())) {
                function = Optional.of(measure(unpacked::start));
            }
        }
        Optional<HostMeasurement> server = Optional.empty();
        if (service.server().isPresent()) {
            Service.AsServer asServer = service.server().get();
            server = Optional.of(measure(() -> ServerHost.start(asServer)));
        }
        return new Measurements(taken, machine, true, function, server);
    }

    private HostMeasurement measure(Host.Starter starter) throws IOException, InterruptedException, BadInputException {
        List<Duration> starts = new ArrayList<>();
        List<List<Duration>> firstCalls = new ArrayList<>();
        for (Sample sample : service.samples()) {
            firstCalls.add(firstCalls(starter, sample, starts));
        }
        List<RouteMeasurement> routes = new ArrayList<>();
        try (Host host = starter.start()) {
            for (int i = 0; i < service.samples().size(); i++) {
                routes.add(warm(host, service.samples().get(i), firstCalls.get(i)));
            }
            return new HostMeasurement(starts, routes, host.memoryBytesPeak());
        }
    }

    private List<Duration> firstCalls(Host.Starter starter, Sample sample, List<Duration> starts)
            throws IOException, InterruptedException, BadInputException {
        byte[] body = sample.body().bytes(sample.typicalSize());
        List<Duration> firstCalls = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (Host host = starter.start()) {
                starts.add(host.start());
                firstCalls.add(call(host, sample, body).wall());
            }
            stepDone();
        }
        return firstCalls;
    }

    private RouteMeasurement warm(Host host, Sample sample, List<Duration> firstCalls)
            throws IOException, InterruptedException, BadInputException {
        List<byte[]> bodies =
                sample.body().sizes().stream().map(sample.body()::bytes).toList();
        warmUp(host, sample, bodies);
        List<CpuTimes.Call> calls = new ArrayList<>();
        List<Duration> waits = new ArrayList<>();
        List<Duration> typicalWalls = new ArrayList<>();
        long answerBytes = 0;
        for (int i = 0; i < bodies.size(); i++) {
            long size = sample.body().sizes().get(i);
            List<Host.Call> seen = calls(host, sample, bodies.get(i));
            for (Host.Call call : seen) {
                calls.add(new CpuTimes.Call(size, call.cpu().toNanos()));
                if (i == 0) {
                    waits.add(call.wall().minus(call.cpu()));
                }
                if (size == sample.typicalSize()) {
                    typicalWalls.add(call.wall());
                }
                answerBytes = call.answerBytes();
            }
            stepDone();
        }
        Duration typical = median(typicalWalls);
        return new RouteMeasurement(
                sample.route(),
                firstCalls,
                firstCalls.stream()
                        .map(first -> atLeastZero(first.minus(typical)))
                        .toList(),
                CpuTimes.fit(calls),
                atLeastZero(median(waits)),
                answerBytes,
                calls.size());
    }

    /** Every size in turn, small ones as often as a large one takes, until the compilers have had their time. */
    private static void warmUp(Host host, Sample sample, List<byte[]> bodies)
            throws IOException, InterruptedException, BadInputException {
        long until = System.nanoTime() + Math.max(WARM_UP_MIN.toNanos(), bodies.size() * WARM_UP_PER_SIZE.toNanos());
        for (int i = 0; System.nanoTime() < until; i++) {
            call(host, sample, bodies.get(i % bodies.size()));
        }
    }

    private static List<Host.Call> calls(Host host, Sample sample, byte[] body)
            throws IOException, InterruptedException, BadInputException {
        List<Host.Call> calls = new ArrayList<>();
        long until = System.nanoTime() + PER_SIZE.toNanos();
        while (calls.size() < CALLS_MIN || (calls.size() < CALLS_MAX && System.nanoTime() < until)) {
            calls.add(call(host, sample, body));
        }
        return calls;
    }

    private static Host.Call call(Host host, Sample sample, byte[] body)
            throws IOException, InterruptedException, BadInputException {
        Host.Call call = host.call(sample, body);
        if (call.status() != 200) {
            throw new BadInputException("The service answered " + sample.route() + " of " + body.length + " bytes with "
                    + call.status() + "; only what it answers with 200 can be measured.");
        }
        return call;
    }

    private void stepDone() {
        int sizes = service.samples().stream()
                .mapToInt(sample -> sample.body().sizes().size())
                .sum();
        stepsDone++;
        progress.done(stepsDone / (2.0 * (STARTS * service.samples().size() + sizes)));
    }

    private static Measurements.Machine machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Measurements.Machine(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                system.getAvailableProcessors(),
                System.getProperty("java.version"),
                Math.max(0, system.getSystemLoadAverage()));
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
