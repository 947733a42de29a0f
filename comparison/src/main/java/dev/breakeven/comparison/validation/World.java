package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A world small enough for this machine: shares of a processor, rates and a time scale such that the service's processes, callers
 * and fronts fit on two cores, and such that what is checked happens often enough to be counted.
 *
 * @param payloads of each sample, in bytes
 * @param functionMegabytes memory, which gives the share
 * @param keepAlive of idle environments
 * @param serverShare of a processor, for each instance
 * @param functions the burst on functions
 * @param servers the burst on servers
 * @param core a steady crowd for one instance on a core of its own
 */
record World(
        List<Sample> samples,
        List<Long> payloads,
        int functionMegabytes,
        Duration keepAlive,
        double serverShare,
        int instancesMin,
        int instancesMax,
        double scaleOutPercent,
        double timeScale,
        Workload functions,
        Workload servers,
        Workload core) {

    static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(30);

    /** Three quarters of a processor: a quota that a first call feels and a later one seldom. */
    private static final int MOST_OF_A_PROCESSOR_MEGABYTES = 1_327;

    private static final Duration KEEP_ALIVE = Duration.ofMillis(1_500);
    private static final double SERVER_SHARE = 0.5;

    /** While a process starts, for half a second, few of those who come may find all others busy and start another one. */
    private static final double FUNCTIONS_RATE = 34;

    private static final double BASE_LOAD = 0.32;
    private static final double PEAK_LOAD = 0.64;
    private static final int REQUESTS_MIN = 2_200;
    private static final double RATE_MAX = 220;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /**
     * Made for a service by what its requests take.
     *
     * @param cpuNanos of a warm request of the mix, as a server
     */
    static World of(Service service, double cpuNanos) {
        List<Long> payloads =
                service.samples().stream().map(Sample::typicalSize).toList();
        double cpuSeconds = cpuNanos / 1e9;
        int instances = 2;
        double perLoad = instances * SERVER_SHARE / cpuSeconds;
        double base = Math.min(RATE_MAX / 2, BASE_LOAD * perLoad);
        RequestMix mix = mix(service.samples(), payloads);
        return new World(
                service.samples(),
                payloads,
                MOST_OF_A_PROCESSOR_MEGABYTES,
                KEEP_ALIVE,
                SERVER_SHARE,
                instances,
                instances + 1,
                50,
                20,
                functions(mix, Math.min(FUNCTIONS_RATE, base)),
                servers(mix, base),
                steady("server-core", mix, Math.min(RATE_MAX, 0.4 / cpuSeconds)));
    }

    private static RequestMix mix(List<Sample> samples, List<Long> payloads) {
        List<RequestMix.Kind> kinds = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            kinds.add(new RequestMix.Kind(sample.route(), sample.weight(), new Distribution.Fixed(payloads.get(i))));
        }
        return new RequestMix(kinds);
    }

    /**
     * A crowd on functions builds up, so that no more processes start at once than the machine has room for; then come the base
     * rate, half as many again, and the base rate again.
     */
    private static Workload functions(RequestMix mix, double base) {
        return burst("functions", mix, base, new double[][] {
            {0.1, 2}, {0.25, 2}, {0.5, 2}, {0.75, 2}, {1, 16}, {1.25, 1}, {1.5, 18}, {1.25, 1}, {1, 10}
        });
    }

    /** A crowd on servers doubles when a period of the alarm begins, so that chance does not decide which one sees it. */
    private static Workload servers(RequestMix mix, double base) {
        return burst("servers", mix, base, new double[][] {{1, 9}, {PEAK_LOAD / BASE_LOAD, 12}, {1, 9}});
    }

    /** @param steps each a multiple of the base rate, and for how many seconds */
    private static Workload burst(String name, RequestMix mix, double base, double[][] steps) {
        double[] shape = Arrays.stream(steps)
                .flatMapToDouble(step -> DoubleStream.generate(() -> step[0]).limit((long) step[1]))
                .toArray();
        double rate = Math.max(base, REQUESTS_MIN / Arrays.stream(shape).sum());
        return workload(name, mix, Arrays.stream(shape).map(part -> part * rate).toArray());
    }

    private static Workload steady(String name, RequestMix mix, double perSecond) {
        double[] shape = new double[Math.max(12, (int) Math.ceil(REQUESTS_MIN / perSecond))];
        Arrays.fill(shape, perSecond);
        return workload(name, mix, shape);
    }

    /** Requests of one kind at about the rate of a burst, for a few seconds. */
    Workload rehearsal(int kind, Workload of) {
        double mean = of.expectedRequests() / of.duration().toSeconds();
        double[] shape = DoubleStream.of(0.2, 0.5, 1, 1, 1, 1, 1, 1, 1, 1)
                .map(part -> part * mean)
                .toArray();
        return workload("rehearsal", new RequestMix(List.of(of.mix().kinds().get(kind))), shape);
    }

    /** The first seconds of a workload. */
    static Workload beginning(Workload of, Duration duration) {
        return new Workload("rehearsal", duration, of.arrivals(), of.mix(), of.clientTimeout(), List.of());
    }

    private static Workload workload(String name, RequestMix mix, double[] perSecond) {
        return new Workload(
                name,
                Duration.ofSeconds(perSecond.length),
                List.of(new RateSteps(NANOS_PER_SECOND, perSecond, false)),
                mix,
                CLIENT_TIMEOUT,
                List.of());
    }
}
