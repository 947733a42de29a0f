package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Effort;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.MeasurementFile;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.Measuring;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.localcloud.process.ControlGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Predicts a burst and then lets it happen, on functions, on a group of servers, and on one server with a core of its own. Each
 * prediction is made of a measurement, and both are written down before the burst begins.
 */
public final class Validating {

    /** Enough to see how large a payload takes how long. */
    private static final Effort GLANCE =
            new Effort(1, 8, 2_000, Duration.ofSeconds(5), 30, Duration.ofMillis(500), Duration.ofMillis(1));

    /** Shorter than a server's, so that few find all environments busy and start another. */
    private static final double FUNCTION_CPU_NANOS = 1.2e6;

    /** Long beside what the caller and the balancer take of the same cores. */
    private static final double SERVER_CPU_NANOS = 4e6;

    /** Where the server has a core of its own. */
    private static final double CORE_CPU_NANOS = 5e6;

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
     * Tries a service.
     *
     * @throws BadInputException if it does not run in any way that is asked for
     * @throws IOException if this machine is too small for it, or a process cannot be started
     */
    public Validation validate(Service asked, Trials trials)
            throws IOException, InterruptedException, BadInputException {
        Optional<String> lacking =
                World.lacking(Runtime.getRuntime().availableProcessors(), ControlGroups.ofThisMachine());
        if (lacking.isPresent()) {
            throw new IOException(lacking.get());
        }
        Service tried = trials.of(asked);
        if (tried.function().isEmpty() && tried.server().isEmpty()) {
            throw new BadInputException("The service '" + asked.name() + "' runs "
                    + (asked.function().isPresent() ? "as a function" : "as a server")
                    + " only, so that --on leaves nothing to validate.");
        }
        Files.createDirectories(folder);
        progress.begin("measuring");
        Measurements glance = new Measuring(tried, GLANCE, progress).measure();
        List<Validation.Run> runs = new ArrayList<>();
        MeteringRules rules = terms.prices().rules();
        for (Trials.Kind kind : Trials.Kind.values()) {
            Optional<HostMeasurement> seen = kind == Trials.Kind.FUNCTIONS ? glance.function() : glance.server();
            if (trials.on().contains(kind) && seen.isPresent()) {
                runs.add(tried(asked, trials, () -> prepare(kind, asked, seen.get(), rules)));
            }
        }
        return new Validation(runs);
    }

    private Burst prepare(Trials.Kind kind, Service asked, HostMeasurement seen, MeteringRules rules)
            throws IOException, InterruptedException, BadInputException {
        return switch (kind) {
            case FUNCTIONS -> FunctionsBurst.prepare(World.of(asked, seen, FUNCTION_CPU_NANOS), rules, progress);
            case SERVERS ->
                ServersBurst.prepare(ServersBurst.group(World.of(asked, seen, SERVER_CPU_NANOS), log), rules);
            case SERVER_CORE ->
                ServersBurst.prepare(ServersBurst.core(World.of(asked, seen, CORE_CPU_NANOS), log), rules);
        };
    }

    @FunctionalInterface
    private interface Preparing {
        Burst prepare() throws IOException, InterruptedException, BadInputException;
    }

    /** Until the machine is quiet enough, but not for ever. */
    private Validation.Run tried(Service service, Trials trials, Preparing preparing)
            throws IOException, InterruptedException, BadInputException {
        for (int attempt = 1; ; attempt++) {
            try (Burst burst = preparing.prepare()) {
                Validation.Run run = run(service, burst, trials.fault(), attempt);
                if (!run.isNoisy() || attempt == trials.attempts()) {
                    return run;
                }
                log.accept(run.deployment() + ": too noisy, and tried again: " + run.noise());
            }
        }
    }

    private Validation.Run run(Service service, Burst burst, Fault fault, int attempt)
            throws IOException, InterruptedException {
        String name = service.name() + "-" + burst.deployment();
        Files.write(folder.resolve(name + "-measurements.json"), MeasurementFile.write(burst.measured()));
        Checks checks = new Checks(new Billing(terms), burst.lasts());
        Predicted predicted = predicted(burst, fault);
        Files.write(folder.resolve(name + "-prediction.json"), PredictionFile.write(burst, checks, predicted));
        Map<Fault, Predicted> faulty = new LinkedHashMap<>();
        if (fault == Fault.NONE) {
            burst.faults().forEach(wrong -> faulty.put(wrong, predicted(burst, wrong)));
        }
        double before = burst.cpuNanosMedian();
        log.accept(burst.deployment() + ": " + burst.world());
        Observed observed = burst.run(seed);
        double after = burst.cpuNanosMedian();
        return new Validation.Run(
                service.name(),
                burst.deployment(),
                burst.world(),
                predicted.latencyMicros(),
                observed.outcome(),
                checks.of(predicted, observed.outcome()),
                checked(checks, faulty, observed.outcome()),
                new Noise(before / 1e6, after / 1e6, observed.callersLateMillis()),
                attempt);
    }

    private Predicted predicted(Burst burst, Fault fault) {
        return Predicted.of(each -> burst.predict(fault, each), seed);
    }

    private static Map<Fault, List<Check>> checked(Checks checks, Map<Fault, Predicted> faulty, Outcome observed) {
        Map<Fault, List<Check>> checked = new LinkedHashMap<>();
        faulty.forEach((fault, predicted) -> checked.put(fault, checks.of(predicted, observed)));
        return checked;
    }
}
