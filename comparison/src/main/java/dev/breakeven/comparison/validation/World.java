package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.measurement.CpuTimes;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.process.ControlGroups;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A world small enough for this machine: shares of a processor, rates and a time scale such that the service's processes, callers
 * and fronts fit on two cores, and such that what is checked happens often enough to be counted.
 *
 * @param service with one payload for each sample
 * @param least the same samples with the least payload that there is
 */
record World(Service service, List<Sample> least) {

    private static final int PROCESSORS_MIN = 2;

    static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(30);

    /** Three quarters of a processor: a quota that a first call feels and a later one seldom. */
    static final int FUNCTION_MEGABYTES = 1_327;

    /** Of idle environments. */
    static final Duration KEEP_ALIVE = Duration.ofMillis(1_500);

    /** Of a processor, for each of the instances of a group: little enough that one can start while the others work. */
    static final double SERVER_SHARE = 0.45;

    static final int INSTANCES_MIN = 2;
    static final int INSTANCES_MAX = 3;
    static final double SCALE_OUT_PERCENT = 40;

    /** Less than there is even when the crowd has gone: who is measured before and after the burst is to stay. */
    static final double SCALE_IN_PERCENT = 1;

    static final double TIME_SCALE = 20;

    /** While a process starts, for half a second, few of those who come may find all others busy and start another one. */
    private static final double FUNCTIONS_RATE = 42;

    private static final double BASE_LOAD = 0.24;
    private static final double PEAK_LOAD = 0.56;
    private static final double CORE_LOAD = 0.4;
    private static final int REQUESTS_MIN = 2_100;
    private static final double MORE_OFTEN_MAX = 1.25;
    private static final double RATE_MAX = 200;
    private static final Duration KINDS_FOR = Duration.ofDays(1);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /**
     * Made for a service by what was seen of it.
     *
     * @param cpuNanos what a request is to take, about
     */
    static World of(Service asked, HostMeasurement seen, double cpuNanos) {
        List<Sample> samples = asked.samples().stream()
                .map(sample -> {
                    CpuTimes cpu = seen.route(sample.route()).cpu();
                    double size = (cpuNanos / cpu.medianRatio() - cpu.nanosFixed()) / cpu.nanosPerByte();
                    return sample.withOnly(sample.body().closest(size));
                })
                .toList();
        List<Sample> least = asked.samples().stream()
                .map(sample -> sample.withOnly(sample.body().closest(0)))
                .toList();
        return new World(new Service(asked.name(), asked.function(), asked.server(), samples), least);
    }

    /**
     * What a machine lacks for worlds like this one, as a sentence.
     *
     * @param groups in which shares of a processor are given
     */
    static Optional<String> lacking(int processors, ControlGroups groups) {
        if (processors < PROCESSORS_MIN) {
            return Optional.of(
                    "validate needs " + PROCESSORS_MIN + " processors, one for a server on a core of its own and one"
                            + " for its callers; this machine has " + processors + ".");
        }
        if (groups instanceof ControlGroups.Unavailable none) {
            return Optional.of("validate gives processes shares of a processor, which is not possible here because "
                    + none.why() + ".");
        }
        return Optional.empty();
    }

    List<Sample> samples() {
        return service.samples();
    }

    RequestMix mix() {
        return service.mix();
    }

    /** Kinds of request as often as the mix has them, without end. */
    IntSupplier kinds(long seed) {
        RequestStream stream = new Workload(
                        "kinds", KINDS_FOR, List.of(RateSteps.steady(RATE_MAX)), mix(), CLIENT_TIMEOUT, List.of())
                .requests(seed);
        return () -> {
            if (!stream.next()) {
                throw new IllegalStateException("There are no more requests than in " + KINDS_FOR);
            }
            return stream.kind();
        };
    }

    /**
     * A crowd on functions builds up, so that no more processes start at once than the machine has room for; then come the base
     * rate, half as many again, and the base rate again.
     *
     * @param cpuNanos of a request
     */
    Workload functions(double cpuNanos) {
        return burst("functions", Math.min(FUNCTIONS_RATE, baseRate(cpuNanos)), new double[][] {
            {0.1, 2}, {0.25, 2}, {0.5, 2}, {0.75, 2}, {1, 12}, {1.25, 1}, {1.5, 15}, {1.25, 1}, {1, 8}
        });
    }

    /**
     * A crowd on servers doubles when a period of the alarm begins, so that chance does not decide which one sees it, and has gone
     * when one more server is there: few meet it while it is young and compiles more than its share lets it, which the model has
     * no notion of.
     */
    Workload servers(double cpuNanos) {
        return burst("servers", baseRate(cpuNanos), new double[][] {{1, 6}, {PEAK_LOAD / BASE_LOAD, 9}, {0.1, 6}});
    }

    /** A crowd that neither grows nor shrinks, for one server. */
    Workload steady(double cpuNanos) {
        double perSecond = Math.min(RATE_MAX, CORE_LOAD * NANOS_PER_SECOND / cpuNanos);
        double[] shape = new double[Math.max(12, (int) Math.ceil(REQUESTS_MIN / perSecond))];
        Arrays.fill(shape, perSecond);
        return workload("server-core", shape);
    }

    private static double baseRate(double cpuNanos) {
        return Math.min(RATE_MAX / 2, BASE_LOAD * INSTANCES_MIN * SERVER_SHARE * NANOS_PER_SECOND / cpuNanos);
    }

    /**
     * With enough requests, for which it may last so many times as long, or come a little more often.
     *
     * @param steps each a multiple of the base rate, and for how many seconds
     */
    private Workload burst(String name, double base, double[][] steps) {
        double sum = Arrays.stream(steps).mapToDouble(step -> step[0] * step[1]).sum();
        long times = (long) Math.ceil(REQUESTS_MIN / (MORE_OFTEN_MAX * base * sum));
        double rate = Math.max(base, REQUESTS_MIN / (sum * times));
        double[] perSecond = Arrays.stream(steps)
                .flatMapToDouble(
                        step -> DoubleStream.generate(() -> rate * step[0]).limit(times * (long) step[1]))
                .toArray();
        return workload(name, perSecond);
    }

    /** Requests at about the rate that those of a burst meet, for a few seconds. */
    Workload rehearsal(Workload of) {
        double mean = perSecond(of);
        double[] shape = DoubleStream.of(0.2, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
                .map(part -> part * mean)
                .toArray();
        return workload("rehearsal", shape);
    }

    /** Requests at the rate that those of a burst meet, for so long. */
    Workload lasting(Duration duration, Workload of) {
        double[] shape = new double[(int) duration.toSeconds()];
        Arrays.fill(shape, perSecond(of));
        return workload("rehearsal", shape);
    }

    /** The rate at which a request finds itself, on average over requests: that of a peak counts for more than that of a lull. */
    private static double perSecond(Workload of) {
        double[] counts = IntStream.range(0, (int) of.duration().toSeconds())
                .mapToDouble(second -> expected(of, second + 1) - expected(of, second))
                .toArray();
        return Arrays.stream(counts).map(count -> count * count).sum()
                / Arrays.stream(counts).sum();
    }

    private static double expected(Workload of, int seconds) {
        return of.arrivals().stream()
                .mapToDouble(arrivals -> arrivals.expectedRequests(Duration.ofSeconds(seconds)))
                .sum();
    }

    private Workload workload(String name, double[] perSecond) {
        return new Workload(
                name,
                Duration.ofSeconds(perSecond.length),
                List.of(new RateSteps(NANOS_PER_SECOND, perSecond, false)),
                mix(),
                CLIENT_TIMEOUT,
                List.of());
    }
}
