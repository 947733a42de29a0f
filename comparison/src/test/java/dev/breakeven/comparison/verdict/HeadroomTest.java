package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.simulation.Deployments;
import dev.breakeven.comparison.simulation.Measured;
import dev.breakeven.comparison.workload.Arrivals;
import dev.breakeven.comparison.workload.Paced;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadroomTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void one_processor_holds_as_many_as_it_has_time_for() throws BadInputException {
        // 10 ms each: 100 a second, ten times as many as come.
        Headroom headroom = headroom(paced(10, HOUR), Deployments.server(1), Duration.ofMillis(10));
        assertThat(headroom.times()).isBetween(9.9, 10.1);
        assertThat(headroom.more()).isFalse();
        assertThat(headroom.givesWay()).singleElement().asString().endsWith("of the requests fail (client timeout)");
    }

    @Test
    void two_processors_hold_twice_as_many() throws BadInputException {
        Headroom headroom = headroom(paced(10, HOUR), Deployments.server(2), Duration.ofMillis(10));
        assertThat(headroom.times()).isBetween(19.8, 20.2);
    }

    @Test
    void a_crowd_too_large_to_be_replayed_in_full_is_held_as_its_busiest_part_is() throws BadInputException {
        // 1.7 million requests in two days, and ten times as many at the edge.
        Headroom headroom = headroom(paced(10, HOUR.multipliedBy(48)), Deployments.server(1), Duration.ofMillis(10));
        assertThat(headroom.times()).isBetween(9.9, 10.1);
    }

    @Test
    void the_busiest_hour_decides() throws BadInputException {
        // 100 ms each: 10 a second. One a second comes, and two in one hour of each day, which are 10 at five times the
        // crowd.
        // Callers who wait a minute leave only where more come than are served.
        double[] day = new double[24];
        Arrays.fill(day, 3_600);
        day[20] = 7_200;
        Workload daily = workload(HOUR.multipliedBy(24), new RateSteps(HOUR.toNanos(), day))
                .within(Duration.ofMinutes(1));
        Headroom headroom = headroom(daily, Deployments.server(1), Duration.ofMillis(100));
        assertThat(headroom.times()).isBetween(4.8, 5.2);
    }

    @Test
    void a_function_holds_its_concurrency_divided_by_how_many_are_busy() throws BadInputException {
        // One a second, each taking a second, keep one environment busy; ten are allowed.
        Headroom headroom = headroom(paced(1, HOUR), functions(10), Duration.ofSeconds(1));
        assertThat(headroom.times()).isBetween(9.8, 10.0);
        assertThat(headroom.givesWay()).singleElement().asString().endsWith("(concurrency throttled)");
    }

    @Test
    void no_more_than_a_thousand_times_is_tried() throws BadInputException {
        Headroom headroom = headroom(paced(0.1, HOUR), functions(1_000), Duration.ofMillis(10));
        assertThat(headroom).hasToString("> × 1,024");
        assertThat(headroom.givesWay()).isEmpty();
    }

    @Test
    void within_a_budget_that_no_crowd_meets_there_is_none() throws BadInputException {
        Headroom headroom = headroom(paced(10, HOUR), Deployments.server(1), Duration.ofMillis(10), "p50<=9ms");
        assertThat(headroom).hasToString("× 0");
        assertThat(headroom.givesWay()).containsExactly("p50 is 10 ms");
    }

    @Test
    void a_budget_of_failures_takes_the_place_of_ours() throws BadInputException {
        // Twice as many may come where every second one may be refused. A call is over just before the tenth or
        // twentieth after it
        // comes, which an environment that is not quite free would have to let pass.
        Duration call = Duration.ofMillis(990);
        Headroom ours = headroom(paced(1, HOUR), functions(10), call);
        Headroom theirs = headroom(paced(1, HOUR), functions(10), call, "failed<=50%");
        assertThat(theirs.times() / ours.times()).isBetween(1.9, 2.1);
    }

    @Test
    void what_it_costs_is_no_part_of_it() throws BadInputException {
        Workload calls = paced(10, HOUR);
        Deployment server = Deployments.server(1);
        assertThat(headroom(calls, server, Duration.ofMillis(10), "total<=0"))
                .isEqualTo(headroom(calls, server, Duration.ofMillis(10)));
    }

    @Test
    void the_longest_part_that_a_million_requests_fill_is_replayed() throws BadInputException {
        Deployment server = Deployments.server(1);
        // 36,000 an hour, 1,728,000 in all.
        BusiestParts parts = new BusiestParts(paced(10, HOUR.multipliedBy(48)), 1_000_000);
        assertThat(parts.times(0.5, server).duration()).isEqualTo(HOUR.multipliedBy(48));
        assertThat(parts.times(1.1, server).duration()).isEqualTo(HOUR.multipliedBy(24));
        assertThat(parts.times(4, server).duration()).isEqualTo(HOUR.multipliedBy(6));
        assertThat(parts.times(20, server).duration()).isEqualTo(HOUR);
        assertThat(parts.times(1_000, server).duration()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void servers_that_are_added_on_alarms_have_the_hours_before_to_be_there() throws BadInputException {
        double[] rising = {0, 0, 0, 0, 0, 0, 0, 0, 36_000, 72_000};
        BusiestParts parts =
                new BusiestParts(workload(HOUR.multipliedBy(10), new RateSteps(HOUR.toNanos(), rising)), 1_000_000);
        assertThat(parts.times(1_000, Deployments.server(1)).duration()).isEqualTo(Duration.ofMinutes(15));
        assertThat(parts.times(1_000, DeploymentFile.read("beanstalk-cpu")).duration())
                .isEqualTo(Duration.ofMinutes(15 + 6 * 60));
    }

    private static Workload paced(double perSecond, Duration duration) {
        return workload(duration, new Paced(perSecond));
    }

    private static Workload workload(Duration duration, Arrivals arrivals) {
        return new Workload("crowd", duration, List.of(arrivals), Measured.MIX, Duration.ofSeconds(2), List.of());
    }

    private static Deployment functions(int concurrency) {
        Distribution keepAlive = new Distribution.Fixed(Duration.ofMinutes(5).toNanos());
        return Deployments.functions(FunctionScaling.onDemand(keepAlive, concurrency), Front.NONE);
    }

    private static Headroom headroom(Workload workload, Deployment deployment, Duration cpu, String... budgets)
            throws BadInputException {
        Terms terms = new Terms(
                PriceLists.packaged().newest("us-east-1"), FreeTier.PERMANENT, BigDecimal.valueOf(730), List.of());
        List<Budget> read = new ArrayList<>();
        for (String budget : budgets) {
            read.add(Budget.parse(budget, List.of(deployment.name())));
        }
        Comparison comparison = new Comparing(Measured.fixed(cpu), terms, 1, 1, Progress.SILENT)
                .headroom(workload, List.of(deployment), read);
        return comparison.headroom(comparison.results().getFirst());
    }
}
