package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.deployment.HealthChecks;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Servers that are up and do not answer. Two of them with two threads each take turns, 10 requests of 10 ms a second; the second and
 * the fourth request hold both threads of one server for minutes, and whatever comes there has to queue. Six minutes later there
 * are 150 requests a second, which is more than one server can do.
 */
class HealthCheckTest {

    private static final HealthChecks BEANSTALK = HealthChecks.parse("15s/5s/3/5");

    private int stuck;

    @Test
    void without_checks_a_server_that_does_not_answer_gets_its_turn_to_the_end() {
        Fleets.Run run = stuckFor(Duration.ofSeconds(330), null);
        // 5 a second for 330 s, of which 1,000 find room in the queue.
        assertThat(run.tally().failed().get(Failure.QUEUE_FULL)).isBetween(500L, 800L);
    }

    /**
     * Checks are sent every 15 s and the fifth is given up at 80 s: till then 400 requests got stuck, and afterwards none. When the
     * threads are free again, three passed checks bring the server back, and two do the 150 a second.
     */
    @Test
    void a_server_that_does_not_answer_is_taken_out_and_comes_back() {
        Fleets.Run run = stuckFor(Duration.ofMinutes(5), BEANSTALK);
        assertThat(run.tally().failed().get(Failure.QUEUE_FULL)).isZero();
        assertThat(run.answered()).isEqualTo(run.requests());
        double over10s = run.tally().latencyMicros().getCountBetweenValues(10_000_000, Long.MAX_VALUE / 2);
        assertThat(over10s).isBetween(340.0, 460.0);
    }

    @Test
    void a_server_that_never_comes_back_is_missed() {
        Fleets.Run run = stuckFor(Duration.ofHours(1), BEANSTALK);
        assertThat(run.tally().failed().get(Failure.QUEUE_FULL)).isGreaterThan(10_000L);
    }

    /** With checks of the type ELB the group launches another one at 80 s; what the old one has is cut off. */
    @Test
    void a_server_that_does_not_answer_is_replaced_if_the_group_looks() {
        Fleets.Run run = stuckFor(Duration.ofHours(1), HealthChecks.parse("15s/5s/3/5/replace"));
        assertThat(run.tally().failed().get(Failure.QUEUE_FULL)).isZero();
        assertThat(run.tally().failed().get(Failure.CUT_OFF)).isBetween(340L, 460L);
        assertThat(run.fleet().peak()).isEqualTo(2);
    }

    /** One server, half as much again as it can do: it refuses checks as it refuses requests, and works as hard as without them. */
    @Test
    void when_nobody_is_healthy_all_get_requests() {
        Fleets.Run run = overloaded(ServerGroup.Balancing.ROUND_ROBIN);
        assertThat(run.failedShare(Failure.UNAVAILABLE)).isZero();
        assertThat(run.failedShare(Failure.QUEUE_FULL)).isBetween(0.32, 0.35);
        assertThat(run.utilisation()).isGreaterThan(0.99);
    }

    @Test
    void when_nobody_is_healthy_a_classic_balancer_sends_nobody_anything() {
        Fleets.Run run = overloaded(ServerGroup.Balancing.CLASSIC);
        assertThat(run.failedShare(Failure.UNAVAILABLE)).isGreaterThan(0.36);
        assertThat(run.utilisation()).isLessThan(0.99);
    }

    private Fleets.Run stuckFor(Duration wait, @Nullable HealthChecks checks) {
        stuck = 0;
        ServerGroup group = new ServerGroup(
                        Fleets.host(1, 2, 1_000),
                        ServerGroup.Balancing.ROUND_ROBIN,
                        2,
                        2,
                        2,
                        new ScalingPolicy.None(),
                        new Distribution.Fixed(90e9),
                        Duration.ofSeconds(20))
                .withHealthChecks(checks);
        double seconds = Duration.ofMinutes(6).toSeconds();
        Workload workload = new Workload(
                "steps",
                Duration.ofMinutes(12),
                List.of(new RateSteps(Duration.ofMinutes(6).toNanos(), new double[] {10 * seconds, 150 * seconds})),
                Measured.MIX,
                Duration.ofHours(2),
                List.of());
        return Fleets.run(
                group,
                workload,
                new ServerWork() {
                    @Override
                    public double cpuNanos(RequestStream request) {
                        return 10e6;
                    }

                    @Override
                    public long waitNanos(RequestStream request) {
                        stuck++;
                        return stuck == 2 || stuck == 4 ? wait.toNanos() : 0;
                    }

                    @Override
                    public long responseBytes(RequestStream request) {
                        return 1;
                    }
                },
                1);
    }

    private static Fleets.Run overloaded(ServerGroup.Balancing balancing) {
        ServerGroup group = Fleets.fixed(1, Fleets.host(1, 10, 20), balancing).withHealthChecks(BEANSTALK);
        Workload workload = Deployments.steady(150, Duration.ofHours(1));
        return Fleets.run(group, workload, Fleets.work(new Distribution.Fixed(10e6), Duration.ZERO, 1, 1), 1);
    }
}
