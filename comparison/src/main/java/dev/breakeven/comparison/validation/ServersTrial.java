package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Effort;
import dev.breakeven.comparison.measurement.Fingerprint;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.Measuring;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.measurement.Watched;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.workload.RequestMix;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** A crowd on servers: a burst on a group of them, or a steady crowd on one with a core of its own. */
final class ServersTrial implements Trial {

    static final Effort EFFORT =
            new Effort(2, 8, 600, Duration.ofSeconds(8), Duration.ofSeconds(3), Duration.ofMillis(5));

    /** One start tells enough of a server that is there from the beginning to the end. */
    static final Effort EFFORT_OF_ONE =
            new Effort(1, 8, 1_000, Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofMillis(2));

    private static final double FASTEST = 0.1;
    /** Until the process that is asked before and after is as fast as it will be. */
    private static final int CALLS_TO_WARM = 1_500;

    private static final int CALLS_AGAIN = 300;

    private final World world;
    private final ServersRun run;
    private final ServersRun.Size size;
    private final Watched watched;
    private final Measurements measured;
    private final Distribution frontLatency;
    private final ServersRun.Ready ready;
    private final MeteringRules rules;

    private ServersTrial(
            World world,
            ServersRun run,
            ServersRun.Size size,
            Watched watched,
            Measurements measured,
            ServersRun.Ready ready,
            MeteringRules rules) {
        this.world = world;
        this.run = run;
        this.size = size;
        this.watched = watched;
        this.measured = measured;
        this.ready = ready;
        this.rules = rules;
        this.frontLatency =
                frontLatency(measured.server().orElseThrow(), ready.rehearsal().latencyMicros());
    }

    /** Measures what the prediction needs, and starts the servers. */
    static ServersTrial prepare(
            Service service,
            Service.AsServer server,
            World world,
            ServersRun run,
            ServersRun.Size size,
            MeteringRules rules,
            Progress progress)
            throws IOException, InterruptedException, BadInputException {
        Effort effort = size.min() == size.max() ? EFFORT_OF_ONE : EFFORT;
        Watched watched = new Measuring(service, effort, progress)
                .watchServer(
                        server,
                        size.share().isPresent() ? Optional.of(size.share().getAsDouble()) : Optional.empty());
        try {
            ServersRun.Ready ready = run.start();
            double factor = ready.rehearsal().cpuNanos()
                    / cpuNanos(watched.measurement(), run.workload().mix());
            HostMeasurement underLoad = watched.measurement()
                    .with(route -> route.withCpu(route.cpu().times(factor)));
            Measurements measured =
                    Measurements.now(service.name(), Fingerprint.of(service), List.of(), List.of(underLoad));
            return new ServersTrial(world, run, size, watched, measured, ready, rules);
        } catch (IOException | InterruptedException | RuntimeException e) {
            watched.close();
            throw e;
        }
    }

    /** Of a request of the mix, on average, in a process at rest. */
    private static double cpuNanos(HostMeasurement atRest, RequestMix mix) {
        double weights = 0;
        double nanos = 0;
        for (RequestMix.Kind kind : mix.kinds()) {
            RouteMeasurement route = atRest.route(kind.route());
            weights += kind.weight();
            nanos += kind.weight() * route.cpu().nanosAtMean((double) route.typicalBytes());
        }
        return nanos / weights;
    }

    /** What the balancer adds: to the fastest tenth of the rehearsal, which nobody kept waiting, beyond the fastest at rest. */
    private static Distribution frontLatency(HostMeasurement underLoad, long[] sortedMicros) {
        RouteMeasurement route = underLoad.routes().stream()
                .min(Comparator.comparingDouble(each -> each.cpu().nanos((double) each.typicalBytes(), FASTEST)))
                .orElseThrow();
        double withoutNanos = route.cpu().nanos((double) route.typicalBytes(), FASTEST)
                + route.waits().nanos(FASTEST);
        double withNanos = 1_000.0 * sortedMicros[(int) (FASTEST * sortedMicros.length)];
        return new Distribution.Fixed(Math.max(0, withNanos - withoutNanos));
    }

    @Override
    public String deployment() {
        return run.name();
    }

    @Override
    public String world() {
        String share = size.share().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%.2f of a processor in periods of 20 ms",
                        size.share().getAsDouble())
                : "a core of its own";
        String group = size.min() == size.max()
                ? "one instance with " + share
                : String.format(
                        Locale.ROOT,
                        "%d to %d instances with %s each, one more above %.0f %% CPU; alarms and cooldowns %.0f times as"
                                + " fast",
                        size.min(),
                        size.max(),
                        share,
                        world.scaleOutPercent(),
                        world.timeScale());
        return String.format(
                Locale.ROOT,
                "%s; about %,.0f requests in %d s",
                group,
                run.workload().expectedRequests(),
                lasts().toSeconds());
    }

    @Override
    public Measurements measured() {
        return measured;
    }

    @Override
    public Duration lasts() {
        return run.workload().duration();
    }

    @Override
    public Outcome predict(Fault fault, long seed) {
        Distribution launch = new Distribution.Seen(watched.measurement().starts().stream()
                .mapToDouble(start -> (double) start.toNanos())
                .toArray());
        int fewer = fault == Fault.INSTANCE_MISSING && size.min() > 1 ? 1 : 0;
        return Simulation.run(
                run.workload(),
                run.deployment(frontLatency, launch, fewer),
                fault == Fault.SERVICE_TIME ? Slower.by(1.3, measured) : measured,
                rules,
                seed);
    }

    @Override
    public Outcome run(long seed) throws InterruptedException {
        return ready.run(seed);
    }

    @Override
    public void warm() throws IOException, InterruptedException, BadInputException {
        watched.cpuNanosMedian(CALLS_TO_WARM);
    }

    @Override
    public double cpuNanosMedian() throws IOException, InterruptedException, BadInputException {
        return watched.cpuNanosMedian(CALLS_AGAIN);
    }

    @Override
    public void close() {
        ready.close();
        watched.close();
    }

    /** Two or three servers that scale, each with a share of a processor. */
    static ServersRun.Size group(World world) {
        return new ServersRun.Size(
                Runtime.getRuntime().availableProcessors(),
                OptionalDouble.of(world.serverShare()),
                world.instancesMin(),
                world.instancesMax(),
                500);
    }

    /** One server on a core. */
    static ServersRun.Size core() {
        return new ServersRun.Size(1, OptionalDouble.empty(), 1, 1, 1_000);
    }

    static ServersRun run(
            String name, World world, Service.AsServer server, ServersRun.Size size, Consumer<String> log) {
        return new ServersRun(
                name, world, server, size.min() == size.max() ? world.core() : world.servers(), size, log);
    }
}
