package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Fingerprint;
import dev.breakeven.comparison.measurement.FirstCall;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.measurement.ServedCall;
import dev.breakeven.comparison.measurement.WarmCalls;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Simulation;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.server.ServerCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A crowd on servers: a burst on a group of them, or a steady crowd on one with a core of its own. */
final class ServersBurst implements Burst {

    private static final Duration TOGETHER = Duration.ofSeconds(4);
    private static final Duration REHEARSAL = Duration.ofSeconds(8);
    private static final long REHEARSAL_SEED = 1;

    private final ServersRun run;
    private final ServersRun.Ready ready;
    private final Workload crowd;
    private final Measurements measured;
    private final Distribution frontLatency;
    private final MeteringRules rules;

    private ServersBurst(
            ServersRun run,
            ServersRun.Ready ready,
            Workload crowd,
            Measurements measured,
            Distribution frontLatency,
            MeteringRules rules) {
        this.run = run;
        this.ready = ready;
        this.crowd = crowd;
        this.measured = measured;
        this.frontLatency = frontLatency;
        this.rules = rules;
    }

    /** Two or three servers that scale, each with a share of a processor. */
    static ServersRun group(World world, Consumer<String> log) {
        return new ServersRun(
                world,
                world.service().server().orElseThrow(),
                new ServersRun.Size(
                        Trials.Kind.SERVERS.option(),
                        Runtime.getRuntime().availableProcessors(),
                        OptionalDouble.of(World.SERVER_SHARE),
                        World.INSTANCES_MIN,
                        World.INSTANCES_MAX,
                        world::servers),
                log);
    }

    /** One server on a core. */
    static ServersRun core(World world, Consumer<String> log) {
        return new ServersRun(
                world,
                onOneCore(world.service().server().orElseThrow()),
                new ServersRun.Size(Trials.Kind.SERVER_CORE.option(), 1, OptionalDouble.empty(), 1, 1, world::steady),
                log);
    }

    private static Service.AsServer onOneCore(Service.AsServer server) {
        int last = Runtime.getRuntime().availableProcessors() - 1;
        List<String> command = Stream.concat(
                        Stream.of("taskset", "-c", Integer.toString(last)), server.command().arguments().stream())
                .toList();
        ServerCommand pinned = new ServerCommand(
                command, server.command().folder(), server.command().environment());
        return new Service.AsServer(pinned, server.health(), server.threads());
    }

    /**
     * Starts the servers and measures what the prediction needs.
     */
    static ServersBurst prepare(ServersRun run, MeteringRules rules) throws IOException, InterruptedException {
        Service service = run.world().service();
        ServersRun.Ready ready = run.start();
        try {
            WarmingUp.Warm warm = ready.warmUp();
            Workload crowd = run.size().crowd().apply(ready.cpuNanosMedian());
            ready.rehearse(run.world()
                    .lasting(TOGETHER, crowd)); // Until what is compiled only for many at a time is done with.
            HostMeasurement amid = new HostMeasurement(
                    run.size().share().orElse(HostMeasurement.UNLIMITED),
                    ready.startDurations(),
                    routes(service.samples(), warm, ready, crowd),
                    0,
                    List.of());
            Measurements alone = Measurements.now(service.name(), Fingerprint.of(service), List.of(), List.of(amid));
            Workload part = run.world().lasting(REHEARSAL, crowd);
            long[] latencies = ready.rehearse(part);
            Deployment.Servers servers = run.deployment(
                    new Distribution.Fixed(0),
                    ready.startDurations(),
                    run.size().min(),
                    run.size().min());
            Function<Measurements, Predicted> expected =
                    each -> Predicted.of(seed -> Simulation.run(part, servers, each, rules, seed), REHEARSAL_SEED);
            // A call that comes alone is called out of a sleep, and may take longer than one of a crowd.
            Duration sleep = Rehearsed.beyond(latencies, expected.apply(alone));
            Measurements measured = alone.with(
                    host -> host.with(route -> route.withWaits(route.waits().plus(sleep.negated()))));
            return new ServersBurst(
                    run, ready, crowd, measured, Rehearsed.added(latencies, expected.apply(measured)), rules);
        } catch (IOException | InterruptedException | RuntimeException e) {
            ready.close();
            throw e;
        }
    }

    private static List<RouteMeasurement> routes(
            List<Sample> samples, WarmingUp.Warm warm, ServersRun.Ready ready, Workload crowd)
            throws IOException, InterruptedException {
        List<List<ServedCall>> calls = ready.amid(crowd);
        Duration first = Duration.ofNanos(Math.round(warm.firstNanos()));
        List<RouteMeasurement> routes = new ArrayList<>();
        for (int kind = 0; kind < samples.size(); kind++) {
            Sample sample = samples.get(kind);
            TreeMap<Long, List<ServedCall>> seen = new TreeMap<>();
            long answerBytes = ready.answerBytes(kind);
            seen.put(
                    sample.typicalSize(),
                    calls.get(kind).stream()
                            .map(call -> call.answering(answerBytes))
                            .toList());
            routes.add(WarmCalls.measurement(sample, List.of(new FirstCall(first, first)), seen)
                    .withWarmUp(warm.warmUp()));
        }
        return routes;
    }

    @Override
    public String deployment() {
        return run.size().name();
    }

    @Override
    public String world() {
        ServersRun.Size size = run.size();
        String share = size.share().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%.2f of a processor in periods of 20 ms",
                        size.share().getAsDouble())
                : "a core of its own";
        String group = size.scales()
                ? String.format(
                        Locale.ROOT,
                        "%d to %d instances with %s each, one more above %.0f %% CPU; alarms, cooldowns and a boot of"
                                + " 2 minutes %.0f times as fast",
                        size.min(),
                        size.max(),
                        share,
                        World.SCALE_OUT_PERCENT,
                        World.TIME_SCALE)
                : "one instance with " + share;
        return String.format(
                Locale.ROOT, "%s; about %,.0f requests in %d s", group, crowd.expectedRequests(), lasts().toSeconds());
    }

    @Override
    public Measurements measured() {
        return measured;
    }

    @Override
    public Duration lasts() {
        return crowd.duration();
    }

    @Override
    public List<Fault> faults() {
        return run.size().min() > 1 ? List.of(Fault.SERVICE_TIME, Fault.INSTANCE_MISSING) : List.of(Fault.SERVICE_TIME);
    }

    @Override
    public Outcome predict(Fault fault, long seed) {
        int fewer = fault == Fault.INSTANCE_MISSING && faults().contains(fault) ? 1 : 0;
        return Simulation.run(
                crowd,
                run.deployment(
                        frontLatency,
                        ready.startDurations(),
                        run.size().min() - fewer,
                        run.size().max() - fewer),
                fault == Fault.SERVICE_TIME ? Slower.by(1.3, measured) : measured,
                rules,
                seed);
    }

    @Override
    public Observed run(long seed) throws InterruptedException {
        return ready.run(crowd, seed);
    }

    @Override
    public double cpuNanosMedian() throws IOException, InterruptedException {
        return ready.cpuNanosMedian();
    }

    @Override
    public void close() {
        ready.close();
    }
}
