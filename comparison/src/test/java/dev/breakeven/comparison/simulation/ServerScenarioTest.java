package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.deployment.CreditTerms;
import dev.breakeven.comparison.deployment.QuotaTerms;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stories of servers under a crowd, with how they end; {@link Checked} has what holds on every run. */
class ServerScenarioTest {

    private static final Distribution TEN_MILLIS = new Distribution.Fixed(10e6);
    private static final Duration LAUNCH = Duration.ofSeconds(90);

    /** Beanstalk's default: above 6 MB sent in 5 minutes one more, below 2 MB one less, 360 s between. */
    private static final ScalingPolicy NETWORK = new ScalingPolicy.Alarms(
            ScalingPolicy.Metric.NETWORK_OUT, 6e6, 2e6, Duration.ofMinutes(5), 1, Duration.ofMinutes(6));

    /** What the article has in mind. */
    private static final ScalingPolicy PROCESSORS =
            new ScalingPolicy.Alarms(ScalingPolicy.Metric.CPU, 70, 23, Duration.ofMinutes(1), 1, Duration.ofMinutes(6));

    /** 90 a second of 10 ms are 90 % of one processor; with answers of 200 bytes that is 5.4 MB in 5 minutes, below the trigger. */
    @Test
    void a_service_of_small_answers_saturates_under_beanstalk_s_network_trigger_and_never_scales() {
        Fleets.Run run = run(Fleets.scaled(Fleets.host(1, 100, 1_000), 4, NETWORK, LAUNCH), steady(99, 2), 200);
        assertThat(run.fleet().peak()).isEqualTo(1);
        assertThat(run.utilisation()).isGreaterThan(0.97);
        assertThat(run.meanSeconds()).isGreaterThan(0.1);
    }

    @Test
    void the_same_service_scales_under_a_cpu_trigger() {
        Fleets.Run run = run(Fleets.scaled(Fleets.host(1, 100, 1_000), 4, PROCESSORS, LAUNCH), steady(99, 2), 200);
        assertThat(run.fleet().peak()).isEqualTo(2);
        assertThat(run.meanSeconds()).isLessThan(0.1);
    }

    /** The alarm takes a minute, the launch 90 s, the cooldown 6 minutes: after ten minutes of a burst there are 2 of 4. */
    @Test
    void a_burst_outruns_the_cooldown() {
        Workload burst = steps(Duration.ofMinutes(10), 10, 350, 10);
        Fleets.Run run = run(Fleets.scaled(Fleets.host(1, 100, 200), 4, PROCESSORS, LAUNCH), burst, 200);
        assertThat(run.fleet().peak()).isLessThanOrEqualTo(3);
        assertThat(run.failedShare(Failure.QUEUE_FULL)).isBetween(0.4, 0.7);
    }

    @Test
    void without_a_cooldown_and_a_launch_the_same_burst_is_held() {
        ScalingPolicy eager =
                new ScalingPolicy.Alarms(ScalingPolicy.Metric.CPU, 70, 23, Duration.ofSeconds(1), 3, Duration.ZERO);
        Workload burst = steps(Duration.ofMinutes(10), 10, 350, 10);
        Fleets.Run run = run(Fleets.scaled(Fleets.host(1, 100, 200), 4, eager, Duration.ofMillis(1)), burst, 200);
        assertThat(run.fleet().peak()).isEqualTo(4);
        assertThat(run.failedShare(Failure.QUEUE_FULL)).isLessThan(0.01);
    }

    @Test
    void servers_are_taken_out_again_and_nobody_is_cut_off() {
        Workload burst = steps(Duration.ofHours(1), 10, 250, 10, 10);
        Fleets.Run run = run(Fleets.scaled(Fleets.host(1, 1_000, 100_000), 4, PROCESSORS, LAUNCH), burst, 200);
        assertThat(run.fleet().peak()).isGreaterThanOrEqualTo(3);
        assertThat(run.failedShare(Failure.CUT_OFF)).isZero();
        // At the end one is left, so that on average there were fewer than two and a half.
        assertThat(run.fleet().servingNanos() / run.fleet().endNanos()).isBetween(1.2, 2.5);
    }

    @Test
    void what_is_not_done_when_draining_ends_is_cut_off() {
        ServerGroup group = new ServerGroup(
                Fleets.host(1, ServerGroup.Discipline.PS),
                ServerGroup.Balancing.ROUND_ROBIN,
                2,
                1,
                2,
                new ScalingPolicy.Alarms(
                        ScalingPolicy.Metric.CPU, 99, 98, Duration.ofMinutes(1), 1, Duration.ofMinutes(1)),
                new Distribution.Fixed(0),
                Duration.ofSeconds(1));
        Fleets.Run run = Fleets.run(
                group,
                Deployments.steady(1, Duration.ofMinutes(3)),
                Fleets.work(new Distribution.Fixed(1e6), Duration.ofSeconds(30), 1, 1),
                1);
        assertThat(run.tally().failed().get(Failure.CUT_OFF)).isBetween(5L, 25L);
    }

    /** Target tracking at 50 %: 190 a second of 10 ms are 1.9 processors, for which four are wanted; a second's work may queue. */
    @Test
    void target_tracking_goes_to_as_many_as_meet_the_target() {
        ServerGroup group = Fleets.scaled(Fleets.host(1, 100, 0), 10, new ScalingPolicy.TargetTracking(50), LAUNCH);
        Fleets.Run run = run(group, steady(190, 3), 200);
        assertThat(run.fleet().peak()).isEqualTo(4);
    }

    /**
     * A t3.micro with 216 credits saved, at 40 % of both processors: 48 an hour are spent and 12 earned, so that 216 last for six
     * hours. Then it has a fifth of a processor for eight tenths of one.
     */
    @Test
    void an_instance_in_standard_mode_runs_out_of_credits_at_hour_six() {
        runsOutAtHourSix(12);
    }

    /** The check above can fail: where two processors earn as much as they can spend, nothing happens at hour six. */
    @Test
    void credits_that_never_run_out_are_noticed() {
        assertThatThrownBy(() -> runsOutAtHourSix(120)).isInstanceOf(AssertionError.class);
    }

    private static void runsOutAtHourSix(double creditsPerHour) {
        Fleets.Run before = tired(Duration.ofMinutes(5 * 60 + 50), creditsPerHour, false);
        assertThat(before.meanSeconds()).isLessThan(0.02);
        Fleets.Run after = tired(Duration.ofMinutes(6 * 60 + 30), creditsPerHour, false);
        assertThat(after.meanSeconds()).isGreaterThan(1);
        assertThat(after.fleet().creditsCharged()).isZero();
    }

    /** 36 an hour beyond what is earned: in 24 hours 864, of which 216 were saved; all the others are to be paid for in the end. */
    @Test
    void in_unlimited_mode_it_pays_for_them() {
        Fleets.Run run = tired(Duration.ofHours(24), 12, true);
        assertThat(run.meanSeconds()).isLessThan(0.02);
        assertThat(run.fleet().creditsCharged()).isCloseTo(24 * 36 - 216, within(10.0));
    }

    private static Fleets.Run tired(Duration duration, double creditsPerHour, boolean unlimited) {
        ServerGroup.Host host = Fleets.host(2, null, new CreditTerms(creditsPerHour, 288, 216, unlimited));
        return Fleets.run(
                Fleets.fixed(1, host),
                Deployments.steady(80, duration),
                Fleets.work(TEN_MILLIS, Duration.ZERO, 200, 1),
                1);
    }

    /** At a tenth of a processor, whatever the demand. */
    @Test
    void a_quota_is_never_exceeded() {
        ServerGroup.Host host = new ServerGroup.Host(
                1, ServerGroup.Discipline.PS, 50, 100, new QuotaTerms(0.1, Duration.ofMillis(20)), null);
        Fleets.Run run = run(Fleets.fixed(1, host), steady(50, 1), 200);
        assertThat(run.utilisation()).isCloseTo(0.1, within(0.001));
        assertThat(run.failedShare(Failure.QUEUE_FULL)).isCloseTo(0.8, within(0.01));
    }

    /** One server takes 10 + 20; 1,024 more wait in a Classic balancer, and what comes beyond is spilt over. */
    @Test
    void the_balancer_s_queue_overflows() {
        ServerGroup group = Fleets.fixed(1, Fleets.host(1, 10, 20), ServerGroup.Balancing.CLASSIC);
        Fleets.Run run = run(group, steady(150, 1), 200);
        assertThat(run.failedShare(Failure.QUEUE_FULL)).isZero();
        assertThat(run.failedShare(Failure.UNAVAILABLE)).isCloseTo(1 / 3.0, within(0.02));
        // 1,054 in the system at 100 a second.
        assertThat(run.meanSeconds()).isCloseTo(10.5, within(0.3));
    }

    /** Callers who wait for a second get nothing from servers that answer after ten, and the work is done all the same. */
    @Test
    void the_client_gives_up_and_the_server_works_on() {
        ServerGroup group = Fleets.fixed(1, Fleets.host(1, 10, 1_000));
        Workload impatient = Fleets.within(steady(150, 1), Duration.ofSeconds(1));
        Fleets.Run run = run(group, impatient, 200);
        assertThat(run.answered() / (double) run.requests()).isLessThan(0.01);
        assertThat(run.failedShare(Failure.CLIENT_TIMEOUT)).isGreaterThan(0.6);
        assertThat(run.utilisation()).isGreaterThan(0.99);
    }

    /** With work that varies a lot, asking who has the least to do answers sooner than taking turns. */
    @Test
    void least_outstanding_beats_round_robin() {
        ServerGroup.Host host = Fleets.host(1, ServerGroup.Discipline.FCFS);
        Distribution work = new Distribution.Exponential(10e6);
        Duration hour = Duration.ofHours(1);
        double turns = Fleets.run(Fleets.fixed(4, host), 320, work, hour, 1).meanSeconds();
        double least = Fleets.run(Fleets.fixed(4, host, ServerGroup.Balancing.LEAST_OUTSTANDING), 320, work, hour, 1)
                .meanSeconds();
        assertThat(least).isLessThan(0.8 * turns);
    }

    private static Fleets.Run run(ServerGroup group, Workload workload, long bytes) {
        return Fleets.run(group, workload, Fleets.work(TEN_MILLIS, Duration.ZERO, bytes, 1), 1);
    }

    private static Workload steady(double perSecond, int hours) {
        return Deployments.steady(perSecond, Duration.ofHours(hours));
    }

    private static Workload steps(Duration each, double... perSecond) {
        double[] expected = new double[perSecond.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = perSecond[i] * each.toSeconds();
        }
        return new Workload(
                "steps",
                each.multipliedBy(perSecond.length),
                List.of(new RateSteps(each.toNanos(), expected)),
                Measured.MIX,
                Duration.ofHours(1),
                List.of());
    }
}
