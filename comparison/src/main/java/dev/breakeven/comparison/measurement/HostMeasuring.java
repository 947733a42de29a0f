package dev.breakeven.comparison.measurement;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.service.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;

/** Watches the service on one kind of host. */
final class HostMeasuring {

    private static final int OK_MIN = 200;
    private static final int OK_MAX = 299;
    private static final int CALLS_MAX = 2_000;
    private static final double PRECISION = 0.03;

    /** Between looks at whether calls are precise enough. */
    private static final int CALLS_PER_ROUND = 30;

    private static final int ROUNDS_MIN = 4;

    /** More than calls of one process differ among themselves. */
    private static final double SLOWER = 1.15;

    /** More than a heap grows that is used again and again. */
    private static final double LARGER = 1.3;

    private static final int CALLS_PER_LOOK = 5;

    private final Host.Starter starter;
    private final List<Sample> samples;
    private final Effort effort;
    private final DoubleConsumer progress;
    private final List<Duration> starts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    // Of the route that is being measured.
    private final List<FirstCall> firstCalls = new ArrayList<>();
    private final List<WarmUp.Call> young = new ArrayList<>();
    private final List<Double> memoryBytes = new ArrayList<>();

    private long memoryBytesPeak;
    private int stepsDone;

    HostMeasuring(Host.Starter starter, List<Sample> samples, Effort effort, DoubleConsumer progress) {
        this.starter = starter;
        this.samples = samples;
        this.effort = effort;
        this.progress = progress;
    }

    HostMeasurement measure(double processors) throws IOException, InterruptedException, BadInputException {
        List<RouteMeasurement> routes = new ArrayList<>();
        for (Sample sample : samples) {
            begin(sample);
            try (Host host = starter.start()) {
                routes.add(warm(host, sample));
            }
        }
        return new HostMeasurement(processors, starts, routes, memoryBytesPeak, notes);
    }

    /** All starts of a route but one. */
    private void begin(Sample sample) throws IOException, InterruptedException, BadInputException {
        firstCalls.clear();
        young.clear();
        memoryBytes.clear();
        for (int i = 1; i < effort.starts(); i++) {
            try (Host host = starter.start()) {
                begin(host, sample);
            }
            stepDone();
        }
    }

    /** The last start, whose process goes on until it is warm, and then some more. */
    private RouteMeasurement warm(Host host, Sample sample)
            throws IOException, InterruptedException, BadInputException {
        begin(host, sample);
        warmUp(host, sample);
        stepDone();
        RouteMeasurement measured = measureWarm(host, sample);
        memoryBytesPeak = Math.max(memoryBytesPeak, host.memoryBytesPeak());
        return measured;
    }

    private void begin(Host host, Sample sample) throws IOException, InterruptedException, BadInputException {
        byte[] body = sample.body().bytes(sample.typicalSize());
        ServedCall first = call(host, sample, body);
        firstCalls.add(new FirstCall(first.wall(), first.cpu()));
        starts.add(host.start());
        for (int call = 2; call <= effort.callsPerStart(); call++) {
            young.add(new WarmUp.Call(call, call(host, sample, body).cpu().toNanos()));
        }
    }

    /** The rest of the warm-up, on one process. */
    private void warmUp(Host host, Sample sample) throws IOException, InterruptedException, BadInputException {
        byte[] body = sample.body().bytes(sample.typicalSize());
        long until = System.nanoTime() + effort.warmUpMax().toNanos();
        for (int call = effort.callsPerStart() + 1; call <= effort.warmUpCalls() && System.nanoTime() < until; call++) {
            young.add(new WarmUp.Call(call, call(host, sample, body).cpu().toNanos()));
        }
    }

    private RouteMeasurement measureWarm(Host host, Sample sample)
            throws IOException, InterruptedException, BadInputException {
        SequencedMap<Long, List<ServedCall>> seen = new LinkedHashMap<>();
        for (long size : sample.body().sizes()) {
            seen.put(size, calls(host, sample, sample.body().bytes(size)));
            stepDone();
        }
        RouteMeasurement measured = WarmCalls.measurement(sample, firstCalls, seen);
        for (PayloadMeasurement payload : measured.payloads()) {
            note(sample, payload, requireNonNull(seen.get(payload.payloadBytes())));
        }
        Trend.growth(memoryBytes.stream().mapToDouble(bytes -> bytes).toArray(), LARGER)
                .ifPresent(ratio -> notes.add(String.format(
                        Locale.ROOT,
                        "%s may leak memory: the process held %.2f times as much at the end of the warm calls as at their"
                                + " beginning, up to %,d MB.",
                        sample.route(),
                        ratio,
                        host.memoryBytesPeak() >> 20)));
        double warmNanos = measured.cpu().nanosAtMean((double) sample.typicalSize());
        return measured.withWarmUp(WarmUp.of(young, warmNanos));
    }

    private void note(Sample sample, PayloadMeasurement payload, List<ServedCall> seen) {
        String what = sample.route() + (payload.payloadBytes() == 0 ? "" : " of " + payload.payloadBytes() + " bytes");
        if (payload.precision() > PRECISION) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The median of %s is known to %.1f %% only, not to 3 %%, after %d calls.",
                    what,
                    100 * payload.precision(),
                    payload.calls()));
        }
        Trend.growth(seen.stream().mapToDouble(call -> call.cpu().toNanos()).toArray(), SLOWER)
                .ifPresent(ratio -> notes.add(String.format(
                        Locale.ROOT,
                        "%s gets slower: its last calls took %.2f times the CPU time of the first, over %d calls.",
                        what,
                        ratio,
                        seen.size())));
    }

    private List<ServedCall> calls(Host host, Sample sample, byte[] body)
            throws IOException, InterruptedException, BadInputException {
        List<ServedCall> calls = new ArrayList<>();
        List<Double> walls = new ArrayList<>();
        long until = System.nanoTime() + effort.perSize().toNanos();
        while (calls.size() < effort.callsMin()
                || (calls.size() < CALLS_MAX
                        && System.nanoTime() < until
                        && !(calls.size() % CALLS_PER_ROUND == 0 && isPrecise(walls)))) {
            ServedCall call = call(host, sample, body);
            calls.add(call);
            if (calls.size() % CALLS_PER_LOOK == 0) {
                memoryBytes.add((double) host.memoryBytesPeak());
            }
            walls.add((double) call.wall().toNanos());
        }
        return calls;
    }

    private boolean isPrecise(List<Double> walls) {
        return walls.size() >= ROUNDS_MIN * CALLS_PER_ROUND
                && MedianInterval.of(walls.stream().mapToDouble(wall -> wall).toArray()) < PRECISION;
    }

    private ServedCall call(Host host, Sample sample, byte[] body)
            throws IOException, InterruptedException, BadInputException {
        long throttledBefore = host.throttledPeriods();
        Host.Answered answered = host.call(sample, body);
        if (answered.status() < OK_MIN || answered.status() > OK_MAX) {
            throw new BadInputException("The service answered " + sample.route() + " of " + body.length + " bytes with "
                    + answered.status() + "; only what it answers with 200 to 299 can be measured. It said: "
                    + answered.answer().strip());
        }
        LockSupport.parkNanos(effort.pause().toNanos());
        boolean throttled = host.throttledPeriods() > throttledBefore;
        return new ServedCall(answered.wall(), host.takeCpu(), throttled, answered.answerBytes());
    }

    private void stepDone() {
        int sizes = samples.stream()
                .mapToInt(sample -> sample.body().sizes().size())
                .sum();
        stepsDone++;
        progress.accept(stepsDone / (double) (effort.starts() * samples.size() + sizes));
    }
}
