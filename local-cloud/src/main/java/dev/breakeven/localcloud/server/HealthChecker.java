package dev.breakeven.localcloud.server;

import java.util.function.Consumer;

/** Asks one server again and again whether it is well, from its registration on, and closes connections that it has no use for. */
final class HealthChecker implements AutoCloseable {

    private final Target target;
    private final HealthCheck check;
    private final BalancerTerms balancer;
    private final HealthCheckTerms terms;
    private final Consumer<String> log;
    private final Thread thread;
    private int against;

    HealthChecker(Target target, HealthCheck check, BalancerTerms balancer, Consumer<String> log) {
        this.target = target;
        this.check = check;
        this.balancer = balancer;
        this.terms = balancer.healthChecks();
        this.log = log;
        this.thread = Thread.ofVirtual().name("checks " + target).start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(terms.interval());
                target.closeExpired(balancer.idleTimeout());
                take(check.check(target.port(), terms.timeout()));
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /** Findings against what is thought of the server count only while they follow one another. */
    private void take(HealthCheck.Finding finding) {
        boolean passed = finding instanceof HealthCheck.Finding.Healthy;
        against = passed == target.isHealthy() ? 0 : against + 1;
        if (against == (passed ? terms.healthyThreshold() : terms.unhealthyThreshold())) {
            against = 0;
            target.healthy(passed);
            log.accept(
                    switch (finding) {
                        case HealthCheck.Finding.Healthy healthy -> target + " is healthy again";
                        case HealthCheck.Finding.Unhealthy unhealthy ->
                            target + " is unhealthy: at GET " + check.path() + " it " + unhealthy.reason();
                    });
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
