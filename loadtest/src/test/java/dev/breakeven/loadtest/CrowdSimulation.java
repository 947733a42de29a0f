package dev.breakeven.loadtest;

import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.http.HttpDsl.http;
import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.Workload;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A crowd that calls a service, without waiting for each other's answers. {@code -Dtarget} says where, {@code -Dservice} what;
 * at most 0.1 % may fail, and the 99th percentile may be at most {@code -Dp99} milliseconds. What its callers saw is kept beside
 * Gatling's report, and on one page with what others saw ({@link SideBySide}).
 */
abstract class CrowdSimulation extends Simulation {

    private static final double FAILED_PERCENT_MAX = 0.1;

    private final Service service;
    private final Workload workload;
    private final Injector injector;
    private final Label label;
    private final Path results;
    private final Target target;
    private @Nullable Journal journal;

    /** @param workload made for a service */
    CrowdSimulation(Service service, Workload workload) {
        this.service = service;
        this.workload = workload;
        int p99 = Setting.number("p99", 3_000, 1, 60_000);
        String where = Setting.text("target", Target.DEFAULT);
        label = Label.of(Setting.text("label", ""), where);
        injector = Injector.parse(Setting.text("injector", "1/1"));
        results = Path.of(Setting.text("results", "target/gatling"));
        Crowd crowd = new Crowd(workload, service, injector);
        target = Target.of(where, service);
        HttpProtocolBuilder protocol =
                http.baseUrl(target.baseUri().toString()).disableWarmUp().disableCaching();
        setUp(crowd.population((nanos, failed) -> requireNonNull(journal).add(nanos, failed)))
                .protocols(protocol)
                .assertions(
                        global().failedRequests().percent().lte(FAILED_PERCENT_MAX),
                        global().responseTime().percentile4().lte(p99));
    }

    @Override
    public void before() {
        try {
            journal = new Journal(RunFile.latencies(results, label, injector), target.capacity());
        } catch (IOException e) {
            target.close();
            throw new UncheckedIOException("What callers see cannot be written below " + results, e);
        }
    }

    @Override
    public void after() {
        try (target) {
            Journal seen = requireNonNull(journal);
            seen.close();
            target.used().ifPresent(used -> System.out.println(used.sentence()));
            String simulation = getClass().getSimpleName().replace("Simulation", "");
            RunFile.write(results, Run.of(label, injector, simulation, service, workload, seen, target));
            System.out.println("Side by side: " + SideBySide.write(results).toUri());
        } catch (IOException e) {
            throw new UncheckedIOException("What callers saw could not be written below " + results, e);
        }
    }
}
