package dev.breakeven.loadtest;

import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.Workload;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

/**
 * A crowd that calls a service, without waiting for each other's answers. {@code -Dtarget} says where, {@code -Dservice} what;
 * at most 0.1 % may fail, and the 99th percentile may be at most {@code -Dp99} milliseconds.
 */
abstract class CrowdSimulation extends Simulation {

    private static final double FAILED_PERCENT_MAX = 0.1;

    private final Target target;

    /** @param workload made for a service */
    CrowdSimulation(Service service, Workload workload) {
        int p99 = Setting.number("p99", 3_000, 1, 60_000);
        Crowd crowd = new Crowd(workload, service);
        target = Target.of(Setting.text("target", "servers"), service);
        HttpProtocolBuilder protocol =
                http.baseUrl(target.baseUri().toString()).disableWarmUp().disableCaching();
        setUp(crowd.population())
                .protocols(protocol)
                .assertions(
                        global().failedRequests().percent().lte(FAILED_PERCENT_MAX),
                        global().responseTime().percentile4().lte(p99));
    }

    @Override
    public void after() {
        target.close();
    }
}
