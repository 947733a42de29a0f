package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.breakeven.comparison.deployment.CreditTerms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.QuotaTerms;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulated request allocates nothing: a million more of them take no more memory than the first. */
class AllocationTest {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Measurements SERVICE = Measured.random(Duration.ofMillis(20), new Distribution.Exponential(1));
    private static final double PER_SECOND = 100;
    private static final int FEW = 250_000;
    private static final int MANY = 1_250_000;

    static Stream<Deployment> deployments() {
        CreditTerms credits = new CreditTerms(12, 288, 0, true);
        QuotaTerms quota = new QuotaTerms(0.9, Duration.ofMillis(20));
        ScalingPolicy cpu = new ScalingPolicy.Alarms(
                ScalingPolicy.Metric.CPU, 70, 23, Duration.ofMinutes(1), 1, Duration.ofMinutes(6));
        return Stream.of(
                Deployments.functions(Duration.ofMinutes(5), 1_000),
                Deployments.functions(Duration.ofMinutes(5), 2),
                Deployments.server(4),
                Deployments.servers(Fleets.scaled(Fleets.host(2, null, credits), 4, cpu, Duration.ofSeconds(90))),
                Deployments.servers(
                        Fleets.fixed(4, Fleets.host(1, quota, null), ServerGroup.Balancing.LEAST_OUTSTANDING)),
                Deployments.servers(Fleets.fixed(1, Fleets.host(1, 10, 20), ServerGroup.Balancing.CLASSIC)));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void a_request_allocates_nothing(Deployment deployment) {
        // Until it is compiled, the code boxes here and there.
        bytes(deployment, MANY);
        long more = bytes(deployment, MANY) - bytes(deployment, FEW);
        assertThat(more / (double) (MANY - FEW)).as("bytes per request").isLessThan(0.5);
    }

    private static long bytes(Deployment deployment, int requests) {
        Duration duration = Duration.ofSeconds((long) (requests / PER_SECOND));
        long before = THREAD.getCurrentThreadAllocatedBytes();
        Simulation.run(Deployments.steady(PER_SECOND, duration), deployment, SERVICE, Deployments.RULES, 1);
        return THREAD.getCurrentThreadAllocatedBytes() - before;
    }
}
