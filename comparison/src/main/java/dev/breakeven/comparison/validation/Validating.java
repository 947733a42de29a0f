package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Effort;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.MeasurementFile;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.Measuring;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.localcloud.server.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Predicts a burst and then lets it happen, on functions, on a group of servers, and on one server with a core of its own. Each
 * prediction is made of a measurement, and both are written down before the burst begins.
 */
public final class Validating {

    /** Enough to see what a request takes, to within what a world's rates need. */
    private static final Effort GLANCE =
            new Effort(1, 8, 2_500, Duration.ofSeconds(8), Duration.ofMillis(500), Duration.ofMillis(1));

    /** Shorter than a server's, so that few find all environments busy and start another. */
    private static final double FUNCTION_CPU_NANOS = 2e6;

    /** Long enough for a share to be felt. */
    private static final double SERVER_CPU_NANOS = 3e6;

    private static final int ATTEMPTS_MAX = 3;

    private final Terms terms;
    private final Path folder;
    private final long seed;
    private final Progress progress;
    private final Consumer<String> log;

    /**
     * Trials to come.
     *
     * @param folder where measurements and predictions are written
     * @param log takes what happens, a line each
     */
    public Validating(Terms terms, Path folder, long seed, Progress progress, Consumer<String> log) {
        this.terms = terms;
        this.folder = folder;
        this.seed = seed;
        this.progress = progress;
        this.log = log;
    }

    /**
     * Tries a service every way in which it runs.
     *
     * @param fault what is to be wrong with the model
     */
    public Validation validate(Service asked, Fault fault) throws IOException, InterruptedException, BadInputException {
        Files.createDirectories(folder);
        progress.begin("measuring");
        HostMeasurement seen = glance(asked);
        List<Validation.Run> runs = new ArrayList<>();
        if (asked.function().isPresent()) {
            Service service = withOnePayload(asked, seen, FUNCTION_CPU_NANOS);
            World world = World.of(service, cpuNanos(service, seen));
            runs.add(tried(
                    service,
                    fault,
                    () -> FunctionsTrial.prepare(service, world, terms.prices().rules(), progress)));
        }
        if (asked.server().isPresent()) {
            Service service = withOnePayload(asked, seen, SERVER_CPU_NANOS);
            World world = World.of(service, cpuNanos(service, seen));
            Service.AsServer server = asked.server().get();
            runs.add(
                    tried(service, fault, () -> servers("servers", service, server, world, ServersTrial.group(world))));
            Service.AsServer pinned = onOneCore(server);
            runs.add(tried(service, fault, () -> servers("server-core", service, pinned, world, ServersTrial.core())));
        }
        return new Validation(runs);
    }

    @FunctionalInterface
    private interface Preparing {
        Trial prepare() throws IOException, InterruptedException, BadInputException;
    }

    private Trial servers(String name, Service service, Service.AsServer server, World world, ServersRun.Size size)
            throws IOException, InterruptedException, BadInputException {
        ServersRun run = ServersTrial.run(name, world, server, size, log);
        return ServersTrial.prepare(
                service, server, world, run, size, terms.prices().rules(), progress);
    }

    /** Until the machine is quiet enough, but not for ever. */
    private Validation.Run tried(Service service, Fault fault, Preparing preparing)
            throws IOException, InterruptedException, BadInputException {
        for (int attempt = 1; ; attempt++) {
            try (Trial trial = preparing.prepare()) {
                Validation.Run run = run(service, trial, fault, attempt);
                if (!run.isNoisy() || attempt == ATTEMPTS_MAX) {
                    return run;
                }
                log.accept(run.deployment() + ": too noisy, and tried again");
            }
        }
    }

    private Validation.Run run(Service service, Trial trial, Fault fault, int attempt)
            throws IOException, InterruptedException, BadInputException {
        String name = service.name() + "-" + trial.deployment();
        Files.write(folder.resolve(name + "-measurements.json"), MeasurementFile.write(trial.measured()));
        Outcome predicted = trial.predict(fault, seed);
        Files.write(folder.resolve(name + "-prediction.json"), PredictionFile.write(trial, predicted));
        trial.warm();
        double before = trial.cpuNanosMedian();
        log.accept(trial.deployment() + ": " + trial.world());
        Outcome observed = trial.run(seed);
        double after = trial.cpuNanosMedian();
        List<Check> checks = new Checks(new Billing(terms)).of(predicted, observed, trial.lasts());
        return new Validation.Run(
                service.name(),
                trial.deployment(),
                trial.world(),
                predicted,
                observed,
                checks,
                before / 1e6,
                after / 1e6,
                attempt);
    }

    /** Each sample with the one of its payloads whose requests come closest to taking so much CPU time. */
    private static Service withOnePayload(Service service, HostMeasurement seen, double cpuNanos) {
        List<Sample> samples = service.samples().stream()
                .map(sample -> sample.withOnly(payload(seen.route(sample.route()), cpuNanos)))
                .toList();
        return new Service(service.name(), service.function(), service.server(), samples);
    }

    private static long payload(RouteMeasurement route, double cpuNanos) {
        return route.payloads().stream()
                .min(Comparator.comparingDouble(
                        payload -> Math.abs(Math.log(payload.cpuNanos().p50() / cpuNanos))))
                .orElseThrow()
                .payloadBytes();
    }

    private static double cpuNanos(Service service, HostMeasurement seen) {
        double weights = 0;
        double nanos = 0;
        for (Sample sample : service.samples()) {
            weights += sample.weight();
            nanos += sample.weight() * seen.route(sample.route()).cpu().nanosAtMean((double) sample.typicalSize());
        }
        return nanos / weights;
    }

    private HostMeasurement glance(Service service) throws IOException, InterruptedException, BadInputException {
        boolean asServer = service.server().isPresent();
        Service oneWay = new Service(
                service.name(), asServer ? Optional.empty() : service.function(), service.server(), service.samples());
        Measurements seen = new Measuring(oneWay, GLANCE, progress).measure();
        return seen.server().or(seen::function).orElseThrow();
    }

    private static Service.AsServer onOneCore(Service.AsServer server) {
        int last = Runtime.getRuntime().availableProcessors() - 1;
        List<String> command = Stream.concat(
                        Stream.of("taskset", "-c", Integer.toString(last)), server.command().arguments().stream())
                .toList();
        ServerCommand pinned = new ServerCommand(
                command, server.command().folder(), server.command().environment());
        return new Service.AsServer(pinned, server.health());
    }
}
